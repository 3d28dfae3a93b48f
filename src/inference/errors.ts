/** The one kind of error that the engine reports. */

/**
 * What went wrong, for a program that has to decide what to offer:
 * `manifest` it is not what this engine reads; `damaged` a file is not the one the manifest speaks of; `network` a file did not come;
 * `input` a code or character the model has not; `unsupported` the browser cannot; `timeout` no answer in time; `stopped` the engine ended.
 */
export type ModelErrorCode = 'manifest' | 'damaged' | 'network' | 'input' | 'unsupported' | 'timeout' | 'stopped';

/** An error whose message is one plain sentence for a reader. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
  }
}

/** Any thrown value as a `ModelError`; what is one already stays itself. */
export function asModelError(error: unknown, code: ModelErrorCode): ModelError {
  if (error instanceof ModelError) return error;
  return new ModelError(code, error instanceof Error ? error.message : String(error));
}

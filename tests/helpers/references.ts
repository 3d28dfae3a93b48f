import { reference as schema } from '../../src/schemas/reference.ts';
import type { Reference } from '../../src/schemas/index.ts';

export type { Reference };

/** A reference as its file would give it; throws where the data does not fit the schema. */
export function reference(data: unknown): Reference {
  return schema.parse(data);
}

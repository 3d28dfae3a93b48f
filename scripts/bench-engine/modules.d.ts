/** What the benchmark uses of the runtimes it compares; they are installed only where it runs. */
declare module 'onnxruntime-web/wasm' {
  export const env: { wasm: { numThreads: number; simd: boolean; wasmPaths: string; proxy: boolean } };
  export class Tensor {
    constructor(type: 'float32' | 'int64', data: Float32Array | BigInt64Array, dims: readonly number[]);
    readonly data: Float32Array;
  }
  export const InferenceSession: {
    create: (model: Uint8Array, options: { executionProviders: string[]; graphOptimizationLevel: 'all' }) => Promise<{ run: (feeds: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>> }>;
  };
}

declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    dataSync: () => Float32Array;
    dispose: () => void;
  }
  export const tensor: (values: Float32Array | Int32Array, shape: number[], type?: 'float32' | 'int32') => Tensor;
  export const tidy: <T>(run: () => T) => T;
  export const add: (a: Tensor, b: Tensor) => Tensor;
  export const mul: (a: Tensor, b: Tensor) => Tensor;
  export const sigmoid: (x: Tensor) => Tensor;
  export const matMul: (a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean) => Tensor;
  export const gather: (x: Tensor, indices: Tensor) => Tensor;
  export const slice: (x: Tensor, begin: number[], size: number[]) => Tensor;
  export const reshape: (x: Tensor, shape: number[]) => Tensor;
  export const conv2d: (x: Tensor, filter: Tensor, strides: number, pad: 'same') => Tensor;
  export const depthToSpace: (x: Tensor, block: number) => Tensor;
  export const image: { resizeBilinear: (x: Tensor, size: [number, number], alignCorners: boolean, halfPixelCenters: boolean) => Tensor };
  export const setBackend: (name: string) => Promise<boolean>;
  export const ready: () => Promise<void>;
  export const memory: () => { numTensors: number };
}

declare module '@tensorflow/tfjs-backend-wasm' {
  export const setWasmPaths: (prefix: string) => void;
  export const setThreadsCount: (count: number) => void;
}

/** The decoder in the two runtimes that a page would otherwise take: the same graph, from the same weights. Runs in the page. */
import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as ort from 'onnxruntime-web/wasm';
import { valuesOf, type Manifest, type Tensors } from '../../src/inference/manifest.ts';
import { Graph } from './onnx.ts';

/** Draws a word: fields of all glyphs, one after another. */
export type DrawWord = (z: Float32Array) => Promise<Float32Array>;

/** The decoder in ONNX: channels first, all glyphs of the word as one batch. */
export function onnxModel(manifest: Manifest, tensors: Tensors, count: number): Uint8Array<ArrayBuffer> {
  const { latent: { bones, finish }, channels, field: { side, scale } } = manifest;
  const graph = new Graph(manifest.id);
  const weights = (name: string): string => graph.constant(valuesOf(tensors, name), tensors[name]?.shape ?? []);
  const z = graph.input('z', 'float', [1, bones + finish]);
  const ids = graph.input('glyphs', 'int64', [count]);
  const part = (from: number, to: number): string => graph.op('Slice', [z, graph.constant([from], [1]), graph.constant([to], [1]), graph.constant([1], [1])]);
  const silu = (x: string): string => graph.op('Mul', [x, graph.op('Sigmoid', [x])]);
  const times = (x: string, name: string): string => graph.op('MatMul', [x, graph.op('Transpose', [weights(name)], { perm: [1, 0] })]);
  const [zb, zf] = [part(0, bones), part(bones, bones + finish)];
  const gain = graph.op('Gather', [weights('trunk.gain'), ids]);
  const bias = graph.op('Gather', [weights('trunk.bias'), ids]);
  let x = silu(graph.op('Add', [graph.op('Mul', [times(zb, 'trunk.in'), gain]), bias]));
  const lift = graph.op('Add', [times(zb, 'trunk.style'), weights('trunk.mix.bias')]);
  x = graph.op('Add', [x, silu(graph.op('Add', [times(x, 'trunk.mix'), lift]))]);
  const film = (value: string, stage: number): string => {
    const from = stage === 0 ? zb : zf;
    const rows = (name: string): string => graph.op('Reshape', [graph.op('Add', [times(from, `film${stage}.${name}`), weights(`film${stage}.${name}.bias`)]), graph.constant([1, channels[stage] ?? 0, 1, 1], [4])]);
    const factor = graph.op('Add', [rows('scale'), graph.constant(Float32Array.of(1), [1])]);
    return silu(graph.op('Add', [graph.op('Mul', [value, factor]), rows('shift')]));
  };
  const conv = (value: string, name: string): string => {
    const { shape: [outs = 0, , , depth = 0] = [] } = tensors[name] ?? {};
    const data = valuesOf(tensors, name);
    const first = Float32Array.from(data, (_, i) => data[(Math.floor(i / (depth * 9)) * 9 + i % 9) * depth + Math.floor(i / 9) % depth] ?? 0);
    return graph.op('Conv', [value, graph.constant(first, [outs, depth, 3, 3]), ...(tensors[`${name}.bias`] ? [weights(`${name}.bias`)] : [])], { pads: [1, 1, 1, 1], kernel_shape: [3, 3] });
  };
  const twice = (value: string): string => graph.op('Resize', [value, '', graph.constant(Float32Array.of(1, 1, 2, 2), [4])], { mode: 'linear', coordinate_transformation_mode: 'half_pixel' });
  // The sub-samples come first and the channels last, as in the file.
  const shuffle = (value: string): string => graph.op('DepthToSpace', [value], { blocksize: 2, mode: 'DCR' });
  const square = graph.op('Reshape', [times(x, 'field.in'), graph.constant([count, 4, 4, channels[0]], [4])]);
  let v = film(graph.op('Transpose', [square], { perm: [0, 3, 1, 2] }), 0);
  v = film(conv(twice(v), 'conv1'), 1);
  v = film(conv(twice(v), 'conv2'), 2);
  v = silu(conv(shuffle(silu(conv(v, 'conv3'))), 'conv4'));
  v = graph.op('Mul', [conv(v, 'conv5'), graph.constant(Float32Array.of(scale), [1])]);
  return graph.finish([{ value: shuffle(v), name: 'fields', shape: [count, 1, side, side] }]);
}

/** The decoder in onnxruntime-web, WebAssembly with SIMD, one thread. */
export async function inOnnxRuntime(manifest: Manifest, tensors: Tensors, glyphs: readonly number[], folder: string): Promise<DrawWord> {
  Object.assign(ort.env.wasm, { numThreads: 1, proxy: false, wasmPaths: folder });
  const session = await ort.InferenceSession.create(onnxModel(manifest, tensors, glyphs.length), { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  const ids = new ort.Tensor('int64', BigInt64Array.from(glyphs, BigInt), [glyphs.length]);
  return async (z) => (await session.run({ z: new ort.Tensor('float32', z, [1, z.length]), glyphs: ids }))['fields']?.data ?? new Float32Array();
}

/** The decoder in tfjs, WebAssembly with SIMD, one thread. */
export async function inTfjs(manifest: Manifest, tensors: Tensors, glyphs: readonly number[], folder: string): Promise<DrawWord> {
  setWasmPaths(folder);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  const { latent: { bones, finish }, channels, field: { scale } } = manifest;
  const kept = new Map<string, tf.Tensor>();
  const weights = (name: string): tf.Tensor => {
    const { shape = [] } = tensors[name] ?? {};
    const known = kept.get(name) ?? tf.tensor(valuesOf(tensors, name), [...shape]);
    kept.set(name, known);
    return known;
  };
  const filter = (name: string): tf.Tensor => {
    const { shape: [outs = 0, , , depth = 0] = [] } = tensors[name] ?? {};
    const data = valuesOf(tensors, name);
    // [out, y, x, in] to [y, x, in, out].
    return tf.tensor(Float32Array.from(data, (_, i) => data[(i % outs) * 9 * depth + Math.floor(i / outs)] ?? 0), [3, 3, depth, outs]);
  };
  const filters = ['conv1', 'conv2', 'conv3', 'conv4', 'conv5'].map(filter);
  const ids = tf.tensor(Int32Array.from(glyphs), [glyphs.length], 'int32');
  const one = tf.tensor(Float32Array.of(1), [1]);
  const unit = tf.tensor(Float32Array.of(scale), [1]);
  const silu = (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.sigmoid(x));
  const times = (x: tf.Tensor, name: string): tf.Tensor => tf.matMul(x, weights(name), false, true);
  const conv = (x: tf.Tensor, i: number): tf.Tensor => tf.conv2d(x, filters[i] ?? one, 1, 'same');
  const twice = (x: tf.Tensor, side: number): tf.Tensor => tf.image.resizeBilinear(x, [side, side], false, true);
  const draw = (code: tf.Tensor): tf.Tensor => {
    const [zb, zf] = [tf.slice(code, [0, 0], [1, bones]), tf.slice(code, [0, bones], [1, finish])];
    const film = (value: tf.Tensor, stage: number): tf.Tensor => {
      const rows = (name: string): tf.Tensor => tf.add(times(stage === 0 ? zb : zf, `film${stage}.${name}`), weights(`film${stage}.${name}.bias`));
      return silu(tf.add(tf.mul(value, tf.add(rows('scale'), one)), rows('shift')));
    };
    let x = silu(tf.add(tf.mul(times(zb, 'trunk.in'), tf.gather(weights('trunk.gain'), ids)), tf.gather(weights('trunk.bias'), ids)));
    x = tf.add(x, silu(tf.add(times(x, 'trunk.mix'), tf.add(times(zb, 'trunk.style'), weights('trunk.mix.bias')))));
    let v = film(tf.reshape(times(x, 'field.in'), [glyphs.length, 4, 4, channels[0]]), 0);
    v = film(conv(twice(v, 8), 0), 1);
    v = film(conv(twice(v, 16), 1), 2);
    v = silu(tf.depthToSpace(tf.add(conv(v, 2), weights('conv3.bias')), 2));
    v = silu(tf.add(conv(v, 3), weights('conv4.bias')));
    return tf.depthToSpace(tf.mul(tf.add(conv(v, 4), weights('conv5.bias')), unit), 2);
  };
  // What it keeps is made outside of `tidy`, which would throw it away.
  for (const name of Object.keys(tensors)) weights(name);
  return async (z) => {
    const fields = tf.tidy(() => draw(tf.tensor(z, [1, z.length])));
    const data = fields.dataSync();
    fields.dispose();
    return data;
  };
}

/** Writes an ONNX model: the part of its protobuf format that the decoder needs (onnx.proto3, release 1.17). */

type Part = Uint8Array | number[];

/** A message in the making; fields are written in the order of the calls. */
class Message {
  #parts: Part[] = [];
  #length = 0;

  /** A whole number, field type 0. */
  int(field: number, value: number): this {
    return this.#put(varint(field << 3)).#put(varint(value));
  }

  /** Bytes, a text or a message, field type 2. */
  bytes(field: number, value: Uint8Array | string | Message): this {
    const bytes = value instanceof Message ? value.finish() : typeof value === 'string' ? new TextEncoder().encode(value) : value;
    return this.#put(varint((field << 3) | 2)).#put(varint(bytes.length)).#put(bytes);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  #put(part: Part): this {
    this.#parts.push(part);
    this.#length += part.length;
    return this;
  }
}

function varint(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
  return [...out, rest];
}

const FLOAT = 1;
const INT64 = 7;

/** A graph of operations; every operation returns the name of what it gives. */
export class Graph {
  #graph = new Message();
  #count = 0;

  constructor(name: string) {
    this.#graph.bytes(2, name);
  }

  /** Names an input. */
  input(name: string, type: 'float' | 'int64', shape: readonly number[]): string {
    this.#graph.bytes(11, valueInfo(name, type === 'float' ? FLOAT : INT64, shape));
    return name;
  }

  /** A constant: floats, or, for shapes and the like, whole numbers. */
  constant(values: Float32Array | readonly number[], shape: readonly number[]): string {
    const name = `c${this.#count++}`;
    const tensor = new Message();
    for (const side of shape) tensor.int(1, side);
    const raw = values instanceof Float32Array ? values.slice() : BigInt64Array.from(values, BigInt);
    tensor.int(2, values instanceof Float32Array ? FLOAT : INT64).bytes(8, name).bytes(9, new Uint8Array(raw.buffer));
    this.#graph.bytes(5, tensor);
    return name;
  }

  /** An operation of the default domain; an empty name stands for an input left out. */
  op(type: string, inputs: readonly string[], attributes: Readonly<Record<string, number | string | readonly number[]>> = {}): string {
    const name = `v${this.#count++}`;
    const node = new Message();
    for (const input of inputs) node.bytes(1, input);
    node.bytes(2, name).bytes(4, type);
    for (const [key, value] of Object.entries(attributes)) node.bytes(5, attribute(key, value));
    this.#graph.bytes(1, node);
    return name;
  }

  /** The finished model, which gives `value` under the name `name`. */
  finish(outputs: readonly { value: string; name: string; shape: readonly number[] }[]): Uint8Array<ArrayBuffer> {
    for (const { value, name, shape } of outputs) {
      this.#graph.bytes(1, new Message().bytes(1, value).bytes(2, name).bytes(4, 'Identity'));
      this.#graph.bytes(12, valueInfo(name, FLOAT, shape));
    }
    const opset = new Message().bytes(1, '').int(2, 17);
    return new Message().int(1, 8).bytes(7, this.#graph).bytes(8, opset).finish();
  }
}

function valueInfo(name: string, type: number, shape: readonly number[]): Message {
  const sides = new Message();
  for (const side of shape) sides.bytes(1, new Message().int(1, side));
  return new Message().bytes(1, name).bytes(2, new Message().bytes(1, new Message().int(1, type).bytes(2, sides)));
}

function attribute(name: string, value: number | string | readonly number[]): Message {
  const message = new Message().bytes(1, name);
  if (typeof value === 'number') return message.int(3, value).int(20, 2);
  if (typeof value === 'string') return message.bytes(4, value).int(20, 3);
  for (const each of value) message.int(8, each);
  return message.int(20, 7);
}

/** The little that this site calls of two packages which carry no types of their own. */
declare module 'opentype.js/dist/opentype.mjs' {
  export class Path {
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
    close(): void;
  }
  export class Glyph {
    constructor(options: { name: string; unicode?: number; unicodes?: number[]; advanceWidth: number; path: Path });
  }
  type Names = Record<string, { en: string }>;
  export class Font {
    constructor(options: {
      familyName: string; styleName: string; postScriptName: string; unitsPerEm: number; ascender: number; descender: number;
      weightClass: number; createdTimestamp: number; glyphs: Glyph[];
      copyright: string; description: string; license: string; licenseURL: string; manufacturer: string; manufacturerURL: string; version: string;
      tables: { os2: Record<string, number | string> };
    });
    names: Record<string, Names>;
    toArrayBuffer(): ArrayBuffer;
  }
}
declare module 'gifenc/dist/gifenc.esm.js' {
  export interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette?: readonly (readonly number[])[]; delay: number; repeat?: number }): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }
  export function GIFEncoder(): Encoder;
}

/** The little of n3 and jsonld that the tests call; the packages carry no types. */
declare module 'n3' {
  export interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal';
    value: string;
    /** Of a literal; empty where it has none. */
    language?: string;
    datatype?: { value: string };
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  export class Parser {
    constructor(options: { baseIRI?: string; format?: 'text/turtle' | 'application/n-quads' });
    /** Throws with the line of the first fault. */
    parse(text: string): Quad[];
  }
}
declare module 'jsonld' {
  interface Options {
    base: string;
    format: 'application/n-quads';
    documentLoader: (url: string) => never;
    safe: boolean;
  }
  const jsonld: { toRDF(document: unknown, options: Options): Promise<string> };
  export default jsonld;
}

/** Reads RDF with libraries that others keep: what the site writes must mean the same to a stranger. */
import jsonld from 'jsonld';
import { Parser, type Quad, type Term } from 'n3';

/** A statement in which every part is text, so that statements can be compared. */
export interface Triple {
  subject: string;
  predicate: string;
  object: string;
  /** Language or datatype of a literal; undefined for an address. */
  kind?: string;
}

/**
 * Reads Turtle.
 * @param base address of the file
 * @throws Error with the line, where it does not parse
 */
export function readTurtle(text: string, base: string): Triple[] {
  return new Parser({ baseIRI: base, format: 'text/turtle' }).parse(text).map(triple);
}

/** Reads JSON-LD in safe mode, which refuses whatever would be dropped in silence. Nothing is fetched. */
export async function readJsonLd(text: string, base: string): Promise<Triple[]> {
  const documentLoader = (url: string): never => {
    throw new Error(`the file asks for ${url}`);
  };
  const quads = await jsonld.toRDF(JSON.parse(text), { base, format: 'application/n-quads', documentLoader, safe: true });
  return new Parser({ format: 'application/n-quads' }).parse(quads).map(triple);
}

/** Statements as sorted lines, each once: two files say the same where these are equal. */
export function linesOf(triples: readonly Triple[]): string[] {
  return [...new Set(triples.map(({ subject, predicate, object, kind }) => `${subject} ${predicate} ${kind === undefined ? object : `${JSON.stringify(object)} ${kind}`}`))].sort();
}

function triple({ subject, predicate, object }: Quad): Triple {
  const literal = object.termType === 'Literal';
  return { subject: subject.value, predicate: predicate.value, object: object.value, ...(literal ? { kind: kindOf(object) } : {}) };
}

function kindOf({ language, datatype }: Term): string {
  return language ? `@${language}` : (datatype?.value ?? '');
}

/** The JSON-LD once more, for hosts that do not know the ending `.jsonld` and for programs that ask for JSON. `glossary.jsonld` is the one to link. */
export { GET } from './glossary.jsonld.ts';

/** The glossary as its machine forms need it, and the addresses they use: what their routes share. */
import type { DemoId } from '../../demos/registry.ts';
import type { NamedDemo } from '../../demos/showing.ts';
import { site } from '../../site.ts';
import { addressesOf, type Addresses } from '../glossary/forms/addresses.ts';
import { glossaryResources, type Glossary } from '../glossary/forms/skos.ts';
import type { Resource } from '../glossary/forms/rdf.ts';
import { atlas } from './atlas.ts';
import { demoPages } from './collections.ts';

/** Addresses of this site. */
export function siteAddresses(): Addresses {
  return addressesOf(site.url, import.meta.env.BASE_URL);
}

/** The published glossary; drafts too, while writing. */
export function glossaryData(): Glossary {
  const { terms, graph, renamed } = atlas();
  return { terms: [...terms.values()], graph, renamed };
}

/** The demonstrations, as terms name them. */
export async function namedDemos(): Promise<readonly NamedDemo[]> {
  return (await demoPages()).map(({ id, data: { title, inks, terms } }) => ({ id: id as DemoId, title, terms, ...(inks ? { inks } : {}) }));
}

/** Everything that the RDF files say. */
export function glossaryStatements(): Resource[] {
  return glossaryResources(glossaryData(), siteAddresses());
}

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as table, type CollectionName } from './schemas/index.ts';

/** Files of a collection, by the one table that the checker reads too. */
const files = (name: CollectionName) => {
  const { folder, shape, extension } = table[name];
  const pattern = shape === 'folder' ? [`*/index.${extension}`, '!_*/**'] : [`*.${extension}`, '!_*'];
  return glob({ base: `./content/${folder}`, pattern });
};

// One by one, so that each collection keeps the type of its own schema.
export const collections = {
  tutorials: defineCollection({ loader: files('tutorials'), schema: table.tutorials.schema }),
  essays: defineCollection({ loader: files('essays'), schema: table.essays.schema }),
  'case-studies': defineCollection({ loader: files('case-studies'), schema: table['case-studies'].schema }),
  glossary: defineCollection({ loader: files('glossary'), schema: table.glossary.schema }),
  demos: defineCollection({ loader: files('demos'), schema: table.demos.schema }),
  pages: defineCollection({ loader: files('pages'), schema: table.pages.schema }),
  references: defineCollection({ loader: files('references'), schema: table.references.schema }),
  authors: defineCollection({ loader: files('authors'), schema: table.authors.schema }),
};

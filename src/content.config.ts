import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as table, type CollectionName } from './schemas/index.ts';

/** The collections, made from the one table that the checker reads too. */
const define = <C extends CollectionName>(name: C) => {
  const { folder, shape, extension, schema } = table[name];
  const pattern = shape === 'folder' ? [`*/index.${extension}`, '!_*/**'] : [`*.${extension}`, '!_*'];
  return defineCollection({ loader: glob({ base: `./content/${folder}`, pattern }), schema });
};

export const collections = {
  tutorials: define('tutorials'),
  essays: define('essays'),
  'case-studies': define('case-studies'),
  glossary: define('glossary'),
  pages: define('pages'),
  references: define('references'),
  authors: define('authors'),
};

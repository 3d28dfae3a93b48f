import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesOf } from './built.ts';
import { DRAFT_WORD, folderOf } from './sites.ts';
import { expect, test } from './support.ts';

test('nothing of a draft is published: no page, no list, no card, no index', () => {
  const folder = folderOf('drafts');
  const found = filesOf(folder).filter((file) => {
    const bytes = readFileSync(path.join(folder, file));
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return file.includes(DRAFT_WORD) || file.includes('a-draft') || text.includes(DRAFT_WORD) || text.includes('a-draft/');
  });
  expect(found).toEqual([]);
});

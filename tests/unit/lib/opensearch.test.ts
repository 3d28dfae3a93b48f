import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSearchDescription } from '../../../src/lib/opensearch.ts';

const xml = openSearchDescription({
  name: 'A name of more than sixteen letters', description: 'This & that', search: 'https://t.test/a/search/', self: 'https://t.test/a/opensearch.xml', icon: 'https://t.test/a/favicon.svg', language: 'en',
});

describe('the OpenSearch description', () => {
  test('sends the query to the search page', () => assert.match(xml, /<Url type="text\/html" template="https:\/\/t\.test\/a\/search\/\?q=\{searchTerms\}" \/>/));
  test('keeps the short name short', () => assert.equal(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length, 16));
  test('escapes what XML would read', () => assert.ok(xml.includes('This &amp; that')));
  test('says where it is itself, so that browsers can renew it', () => assert.match(xml, /rel="self" template="https:\/\/t\.test\/a\/opensearch\.xml"/));
});

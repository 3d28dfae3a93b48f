/** Puts the site's base before links that writers make inside the site: they write `/glossary/` wherever the site will live. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withBase } from '../lib/urls.ts';

/** @param options.base the site's base, `/` or a sub-path */
export function remarkBaseLinks({ base }: { base: string }) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ((node.type === 'link' || node.type === 'definition') && /^\/(?!\/)/.test(node.url)) node.url = withBase(base, node.url);
    });
  };
}

/** Column alignment as classes. MDX would turn the `align` of GFM tables into inline styles, which the site's CSP forbids. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Replaces `align="right"` on table cells by `class="align-right"`, likewise left and center. */
export function rehypeTableAlign() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'th' && node.tagName !== 'td') return;
      const { align, className, ...properties } = node.properties;
      if (align !== 'left' && align !== 'center' && align !== 'right') return;
      const others = Array.isArray(className) ? className : [];
      node.properties = { ...properties, className: [...others, `align-${align}`] };
    });
  };
}

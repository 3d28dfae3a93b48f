/**
 * The guards that keep contributed MDX text and never code. Each guard looks at one node and says what is unsafe
 * about it; a new danger is a new guard in the list. Nothing of a contribution is evaluated before all have passed.
 */
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { braceAdvice } from './mdx-reasons.ts';
import type { RuleId } from './rules.ts';
import type { Place, Saying } from './types.ts';

/** Something unsafe, and its point in the body. */
export type UnsafeFinding = Saying & { rule: RuleId; point: Place };

/** Looks at one node of the tree. */
type Guard = (node: Node) => UnsafeFinding[];

/** An element of MDX, in a sentence or on lines of its own. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

const noExpression: Guard = (node) => {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return [];
  return [{ rule: 'mdx-expression', point: pointOf(node), message: 'braces hold code, and prose is never code', fix: braceAdvice }];
};

const noModule: Guard = (node) => {
  if (node.type !== 'mdxjsEsm') return [];
  return [{ rule: 'mdx-expression', point: pointOf(node), message: 'nothing is imported or exported here', fix: 'take it away: every component is there without an import' }];
};

const literalProps: Guard = (node) => {
  if (!isElement(node)) return [];
  return node.attributes.flatMap((attribute): UnsafeFinding[] => {
    const point = attribute.position?.start ?? pointOf(node);
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      return [{ rule: 'mdx-expression', point, message: `props are not spread into <${node.name ?? ''}>`, expected: 'name="value"' }];
    }
    if (typeof attribute.value !== 'object' || attribute.value === null) return [];
    const literal = /^\s*(["'])(.*)\1\s*$|^\s*(\d+)\s*$/.exec(attribute.value.value);
    const value = literal?.[2] ?? literal?.[3];
    return [
      {
        rule: 'mdx-expression',
        point,
        message: `\`${attribute.name}\` is written in braces, which hold code`,
        expected: `${attribute.name}="${value ?? 'value'}"`,
      },
    ];
  });
};

const guards: readonly Guard[] = [noExpression, noModule, literalProps];

/** Everything unsafe in a tree, in the order of the text. */
export function findUnsafe(tree: Root): UnsafeFinding[] {
  const findings: UnsafeFinding[] = [];
  visit(tree, (node) => {
    for (const guard of guards) findings.push(...guard(node));
  });
  return findings;
}

/** Whether a node is an element of MDX. */
export function isElement(node: Node): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function pointOf(node: Node): Place {
  return node.position?.start ?? { line: 1, column: 1 };
}

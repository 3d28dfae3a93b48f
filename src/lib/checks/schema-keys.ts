/** Looks into a schema for the fields it knows. */
import type { z } from 'astro/zod';
import type { YamlPath } from './position.ts';

/** Names of the fields a schema allows at a path, in the schema's order; those of every shape where there is a choice. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): string[] {
  const bare = unwrap(schema);
  if (bare._zod.def.type === 'union') {
    const { options } = bare._zod.def as z.core.$ZodUnionDef;
    return [...new Set(options.flatMap((option) => keysAt(option, path)))];
  }
  const [step, ...rest] = path;
  if (bare._zod.def.type === 'array') return keysAt((bare._zod.def as z.core.$ZodArrayDef).element, typeof step === 'number' ? rest : path);
  if (bare._zod.def.type !== 'object') return [];
  const { shape } = bare._zod.def as z.core.$ZodObjectDef;
  if (step === undefined) return Object.keys(shape);
  const inner = shape[String(step)];
  return inner ? keysAt(inner, rest) : [];
}

/** Names of the fields a schema cannot do without, as dotted paths: `disclosure`, `disclosure.note`, `bridges.to`. */
export function requiredKeys(schema: z.core.$ZodType, prefix = ''): string[] {
  const bare = unwrap(schema);
  const { def } = bare._zod;
  if (def.type === 'array') return requiredKeys((def as z.core.$ZodArrayDef).element, prefix);
  if (def.type === 'union') return (def as z.core.$ZodUnionDef).options.flatMap((option) => requiredKeys(option, prefix));
  if (def.type !== 'object') return [];
  return Object.entries((def as z.core.$ZodObjectDef).shape).flatMap(([key, inner]) => {
    const optional = inner._zod.def.type === 'optional' || inner._zod.def.type === 'default';
    return [...(optional ? [] : [prefix + key]), ...requiredKeys(inner, `${prefix}${key}.`)];
  });
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  return 'innerType' in def ? unwrap(def.innerType as z.core.$ZodType) : schema;
}

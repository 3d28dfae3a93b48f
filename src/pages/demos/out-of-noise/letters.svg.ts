/** The letters that stand under the ways of “Out of noise”, as a picture. */
import type { APIRoute } from 'astro';
import { lettersSvg } from '../../../demos/out-of-noise/figure.ts';

export const GET: APIRoute = async () => new Response(await lettersSvg(), { headers: { 'content-type': 'image/svg+xml' } });

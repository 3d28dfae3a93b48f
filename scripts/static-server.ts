/** The smallest server that behaves like a static host: folders have an `index.html`, and what is not there gets `404.html`. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** A server that listens. */
export interface Served {
  /** Address of the site's root, with a slash at its end. */
  url: string;
  close: () => Promise<void>;
}

/**
 * The file that answers a request, or `undefined`.
 * @param folder absolute folder of the built site
 * @param base path the site lives under, `/` or `/sub/path`
 * @param pathname of the request
 */
export function fileFor(folder: string, base: string, pathname: string): string | undefined {
  const prefix = `${base.replace(/\/+$/, '')}/`;
  if (!pathname.startsWith(prefix)) return undefined;
  const wanted = path.resolve(folder, decodeURIComponent(pathname.slice(prefix.length)));
  if (wanted !== folder && !wanted.startsWith(folder + path.sep)) return undefined;
  const file = pathname.endsWith('/') ? path.join(wanted, 'index.html') : wanted;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Serves `folder` under `base` on a free port of this machine. */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(folder, base, pathname);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(path.join(folder, '404.html')));
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const headers: Record<string, string> = { 'content-type': type };
    let body: Buffer = readFileSync(file);
    // Text goes out compressed, as from any static host; fonts, pictures and Pagefind's own files are compressed already.
    if (/^text\/|json|xml|javascript|svg/.test(type) && request.headers['accept-encoding']?.includes('br')) {
      const small = compressed.get(file) ?? brotliCompressSync(body);
      compressed.set(file, small);
      body = small;
      headers['content-encoding'] = 'br';
    }
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${base.replace(/\/+$/, '')}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

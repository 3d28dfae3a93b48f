/**
 * The one place that knows the site's name, address and repository.
 *
 * Address and repository come from the environment: `SITE_URL`, `BASE_PATH` and `REPOSITORY_URL` if set, else from what a
 * forge's own workflow provides (`GITHUB_REPOSITORY`, `GITHUB_SERVER_URL`). Where they are unknown, nothing that needs them
 * is shown: no canonical link, no feed, no "edit this page".
 */
const env = process.env;

const repository =
  env['REPOSITORY_URL'] ??
  (env['GITHUB_REPOSITORY'] ? `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}` : undefined);

/** Name, description, address and repository of this site. */
export const site = {
  name: 'Latent Commons',
  description:
    'Where the vocabularies of generative models and of the people who make pictures, type, sound and film with them meet.',
  language: 'en',
  /** Origin, such as `https://example.org`, or `undefined` where it is not known. */
  url: env['SITE_URL'] || undefined,
  /** Sub-path the site lives under; `/` at a domain's root. */
  base: env['BASE_PATH'] || '/',
  /** Web address of the repository, or `undefined`. */
  repository,
  /** Branch that "edit this page" points to. */
  branch: env['REPOSITORY_BRANCH'] || 'main',
} as const;

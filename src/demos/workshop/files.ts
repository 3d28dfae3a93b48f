/** Where the reader lies. */
import manifestUrl from '../../models/reader-1/manifest.json?url';
import url from '../../models/reader-1/reader.bin?url';

/** Addresses of the reader's files. */
export const readerUrls = { manifestUrl, url };

/** The little of citation-js that this site calls; the packages carry no types. */
declare module '@citation-js/core' {
  export const plugins: {
    output: {
      /** Formats CSL data as it is: unlike `Cite`, it neither guesses at input nor fetches anything. */
      format(
        name: 'bibliography',
        data: readonly object[],
        options: { format: 'html' | 'text'; template: string; lang: string; hyperlinks: boolean },
      ): string;
    };
  };
}
declare module '@citation-js/plugin-csl';

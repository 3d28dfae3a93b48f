/** How far below the window a demonstration is fetched: most of a window's height, so that it is there when it is reached. */
export const NEAR = '0px 0px 75% 0px';

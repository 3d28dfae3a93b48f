/** Numbers from 0 to 1 that are the same in every run: the linear congruential generator of Numerical Recipes. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Two banks and some lines between them: each possible line is there with the same probability. */
export function randomBanks(random: () => number, left: number, right: number, density: number) {
  const bank = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${String(i).padStart(3, '0')}`);
  const order = { left: bank('l', left), right: bank('r', right) };
  const lines = order.left.flatMap((from) => order.right.flatMap((to) => (random() < density ? [{ from, to }] : [])));
  return { order, lines };
}

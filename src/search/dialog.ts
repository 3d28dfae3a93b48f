export function openDialog(_page: string): void {}

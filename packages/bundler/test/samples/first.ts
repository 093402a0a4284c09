export const FIRST: { readonly value: number } = { value: 41 }

/** Words of a tree of JSON data. */
export const jsonMessages = {
  items: (count: number): string => (count === 1 ? '1 item' : `${count} items`),
  keys: (count: number): string => (count === 1 ? '1 key' : `${count} keys`),
  more: (count: number): string => `${count} more`,
  expand: 'Expand all',
}

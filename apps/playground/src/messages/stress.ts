/** Words of the plugins that misbehave on purpose: what each does, and what should become of it. */
export const stressMessages = {
  shelf: 'Stress shelf',
  plugins: {
    loop: { title: 'Endless loop', summary: 'Loops for ever. It is stopped, the others go on.' },
    memory: { title: 'Memory hog', summary: 'Takes memory for ever. Its VM ends at the limit.' },
    recursion: { title: 'Endless recursion', summary: 'Calls itself for ever. It is stopped at its stack’s limit.' },
    flood: { title: 'Flood of writes', summary: 'Sends too many writes. None of them gets through.' },
    tree: { title: 'Giant tree', summary: 'Draws too much. Its last good picture stays.' },
  },
} as const

/** Hands a text to the person at the screen as a file. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not at once: the browser begins to read it after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, READ_MS)
}

const READ_MS = 60_000

/** Lets the person choose a file. `accept` as that of an input. Nothing happens when they choose none. */
export function pickFile(accept: string, onFile: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) onFile(file)
  })
  input.click()
}

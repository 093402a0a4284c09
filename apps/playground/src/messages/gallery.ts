/** Words of the gallery of node kinds. */
export const galleryMessages = {
  title: 'Gallery',
  filter: 'Filter kinds',
  kinds: 'Kinds',
  none: 'No kind is called that.',
  lastEvent: 'Last event',
  nothingSent: 'Nothing was sent yet.',
  open: 'Open',
  startAgain: (name: string): string => `Start ${name} again`,
  json: 'JSON',
  jsonOf: (name: string): string => `JSON of ${name}`,
  copyJson: (name: string): string => `Copy the JSON of ${name}`,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
} as const

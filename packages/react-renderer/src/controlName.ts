/**
 * The accessible name of a control that shows words and was given another name. Whoever speaks to their computer says
 * what they see, so words that the name leaves out are kept in front of it (WCAG 2.5.3); signs such as "+" are replaced.
 */
export function controlName(shown: string, name: string | undefined): string | undefined {
  if (name === undefined || !HAS_WORD.test(shown)) return name
  return name.toLowerCase().includes(shown.toLowerCase()) ? name : `${shown}, ${name}`
}

const HAS_WORD = /\p{L}{2}/u

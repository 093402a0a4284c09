import type { SelectOption } from '../ui/kinds/select.ts'

/** Options that stand together. */
export interface OptionSection {
  readonly group: string | undefined
  readonly options: readonly SelectOption[]
}

/** Options by their groups, each group where its first option was; those without one stay between them. */
export function optionSections(options: readonly SelectOption[]): readonly OptionSection[] {
  const sections: { readonly group: string | undefined; readonly options: SelectOption[] }[] = []
  const byGroup = new Map<string, SelectOption[]>()
  for (const option of options) {
    const { group } = option
    const last = sections.at(-1)
    const together = group === undefined ? (last?.group === undefined ? last?.options : undefined) : byGroup.get(group)
    if (together !== undefined) {
      together.push(option)
      continue
    }
    const section = { group, options: [option] }
    sections.push(section)
    if (group !== undefined) byGroup.set(group, section.options)
  }
  return sections
}

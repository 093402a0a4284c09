import { isPackageId, type PackageId } from '@plugboard/contracts'

import { isProjectFile, type ProjectFile } from '../projects/pluginProject.ts'

/** Where in the playground this is. It stands after the `#` of the address, so that the back button works. */
export type Route =
  | { readonly page: 'run' }
  | {
      readonly page: 'split' | 'code'
      /** Absent: whichever project is there. */
      readonly packageId?: PackageId
      readonly place?: FilePlace
    }
  | { readonly page: 'gallery'; readonly kind?: string }
  /** A workspace that came with the link, still packed. */
  | { readonly page: 'shared'; readonly packed: string }

export interface FilePlace {
  readonly file: ProjectFile
  /** From 1, as editors show it. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
}

const SHARED = 'w='

/** Reads the part of an address after its `#`. What is not understood is the Run view. */
export function readRoute(hash: string): Route {
  const anchor = hash.startsWith('#') ? hash.slice(1) : hash
  if (anchor.startsWith(SHARED)) return { page: 'shared', packed: anchor.slice(SHARED.length) }
  const [page, first, second] = anchor.split('/')
  if (page === 'gallery') return first === undefined || first === '' ? { page } : { page, kind: first }
  if (page !== 'split' && page !== 'code') return { page: 'run' }
  if (!isPackageId(first)) return { page }
  const place = second === undefined ? null : readPlace(second)
  return place === null ? { page, packageId: first } : { page, packageId: first, place }
}

/** The address of a route, with its `#`. */
export function writeRoute(route: Route): string {
  switch (route.page) {
    case 'run':
      return '#run'
    case 'gallery':
      return route.kind === undefined ? '#gallery' : `#gallery/${route.kind}`
    case 'shared':
      return `#${SHARED}${route.packed}`
    case 'split':
    case 'code': {
      if (route.packageId === undefined) return `#${route.page}`
      const place = route.place === undefined ? '' : `/${writePlace(route.place)}`
      return `#${route.page}/${route.packageId}${place}`
    }
  }
}

function readPlace(text: string): FilePlace | null {
  const [file = '', line, column] = text.split(':')
  if (!isProjectFile(file)) return null
  return { file, ...readNumber('line', line), ...readNumber('column', column) }
}

function readNumber(name: 'line' | 'column', text: string | undefined): Pick<FilePlace, 'line' | 'column'> {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? { [name]: Number(text) } : {}
}

function writePlace({ column, file, line }: FilePlace): string {
  if (line === undefined) return file
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`
}

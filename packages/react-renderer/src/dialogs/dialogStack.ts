import type { RefObject } from 'react'

import { focusedElement } from '../focusedElement.ts'

/** One open dialog of a widget. */
export interface DialogEntry {
  /** Stands where the dialog is in the tree: the dialog itself is drawn elsewhere. */
  readonly place: RefObject<HTMLElement | null>
  readonly element: RefObject<HTMLElement | null>
  /** What takes the focus first; the dialog itself when absent. */
  readonly first?: RefObject<HTMLElement | null>
  /** The dialog that this one is in. */
  readonly parent: DialogEntry | null
  /** The person asked for it just now, so that it may take a focus that nobody has: Safari gives a pressed button none. */
  readonly isAnswer: boolean
}

/**
 * The open dialogs of one widget. The last one in the tree is on top; the rest of the widget cannot be reached while
 * there is one. The focus is moved within the widget only: a focus that the host has stays where it is, and no key is
 * held back, so that whoever wants to leave can.
 */
export class DialogStack {
  #page: HTMLElement | null = null
  #layer: HTMLElement | null = null
  /** Each open dialog, and what had the focus before. */
  readonly #returns = new Map<DialogEntry, HTMLElement | null>()

  /** What dialogs cover. */
  readonly setPage = (element: HTMLElement | null): void => {
    this.#page = element
  }

  /** Where dialogs are drawn. */
  readonly setLayer = (element: HTMLElement | null): void => {
    this.#layer = element
  }

  get layer(): HTMLElement | null {
    return this.#layer
  }

  /** Puts a dialog that is on the page in its place. The answer takes it out, and has to run before it leaves the page. */
  open(entry: DialogEntry): () => void {
    const focused = this.#focused()
    this.#returns.set(entry, this.#holds(focused) ? focused : null)
    const takesFocus = this.#holds(focused) || (entry.isAnswer && (focused === null || focused === document.body))
    this.#arrange()
    if (takesFocus) this.#focusTop()
    return () => this.#close(entry)
  }

  /** To be called when the tree may have changed the order of its dialogs. */
  settle(): void {
    if (this.#returns.size < 2) return
    const focused = this.#focused()
    const heldFocus = this.#holds(focused)
    this.#arrange()
    if (heldFocus && this.#top()?.element.current?.contains(focused) !== true) this.#focusTop()
  }

  #close(entry: DialogEntry): void {
    const element = entry.element.current
    const returnTo = this.#returns.get(entry) ?? null
    const hadFocus = element !== null && element.contains(this.#focused())
    this.#returns.delete(entry)
    for (const [other, target] of this.#returns) {
      // What would have been given back to this dialog goes to where this one would have given it.
      if (target !== null && element?.contains(target) === true) this.#returns.set(other, returnTo)
    }
    this.#arrange()
    if (!hadFocus) return
    if (returnTo?.isConnected === true && returnTo.closest('[inert]') === null) returnTo.focus(IN_PLACE)
    else this.#focusTop()
  }

  /** As properties of the elements and not as props: the focus moves in the same breath, before React draws again. */
  #arrange(): void {
    const order = this.#inOrder()
    if (this.#page !== null) this.#page.inert = order.length > 0
    for (const [index, { element }] of order.entries()) {
      if (element.current === null) continue
      element.current.inert = index < order.length - 1
      element.current.style.zIndex = String(index + 1)
    }
  }

  #focusTop(): void {
    const top = this.#top()
    const target = top?.first?.current ?? top?.element.current
    target?.focus(IN_PLACE)
  }

  #top(): DialogEntry | undefined {
    return this.#inOrder().at(-1)
  }

  #inOrder(): readonly DialogEntry[] {
    return [...this.#returns.keys()].toSorted(byTree)
  }

  #focused(): HTMLElement | null {
    const focused = this.#page === null ? null : focusedElement(this.#page)
    return focused instanceof HTMLElement ? focused : null
  }

  #holds(element: HTMLElement | null): boolean {
    return this.#page?.contains(element) === true || this.#layer?.contains(element) === true
  }
}

/** A plugin does not scroll the page of the host. */
const IN_PLACE: FocusOptions = { preventScroll: true }

/** Dialogs in dialogs come after what they are in; others in the order of their places. */
function byTree(one: DialogEntry, other: DialogEntry): number {
  const ones = lineOf(one)
  const others = lineOf(other)
  const fork = ones.findIndex((entry, index) => entry !== others[index])
  if (fork === -1) return ones.length - others.length
  const place = ones[fork]?.place.current
  const otherPlace = others[fork]?.place.current
  if (otherPlace === undefined) return 1
  if (place === null || place === undefined || otherPlace === null) return 0
  return (place.compareDocumentPosition(otherPlace) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1
}

/** A dialog and those that it is in, from the outermost one. */
function lineOf(entry: DialogEntry): readonly DialogEntry[] {
  return entry.parent === null ? [entry] : [...lineOf(entry.parent), entry]
}

/**
 * Guest source: the view that the last call brought. It stays here, and the next call brings what has changed since, so
 * that what did not change is the same object as before.
 *
 * Frozen to the bottom: what the plugin was given it can keep, and not change for its next call. Only what is new is
 * frozen. The forms of a delta are those of `Delta` in the contracts; the host bounds how deep one reaches, because applying it
 * recurses on the guest's small stack.
 */
export const viewsSource: string = String.raw`
  // Lists that are long enough to be worth knowing again: while one is the same object, nothing in it has changed.
  const viewLists = new NativeWeakSet()
  const LONG_LIST = 16
  const isOfView = (list) => apply(weakSetHas, viewLists, [list])
  const freezeList = (list) => {
    if (list.length >= LONG_LIST) apply(weakSetAdd, viewLists, [list])
    return freeze(list)
  }

  let retained
  let retainedSerial = 0

  // The view of a call, or undefined when it builds on one that is not here.
  const takeView = (input) => {
    const { serial, base, view } = input
    if (base === 0) retained = freezeDeep(view)
    else if (base === retainedSerial) retained = applyDelta(retained, view)
    else return undefined
    retainedSerial = serial
    return retained
  }

  const freezeDeep = (root) => {
    if (typeof root !== 'object' || root === null) return root
    let rest = { value: root, next: null }
    while (rest !== null) {
      const { value } = rest
      rest = rest.next
      const names = isArray(value) ? null : keys(value)
      if (names === null) freezeList(value)
      else freeze(value)
      const length = names === null ? value.length : names.length
      for (let index = 0; index < length; index += 1) {
        const item = value[names === null ? index : names[index]]
        if (typeof item === 'object' && item !== null) rest = { value: item, next: rest }
      }
    }
    return root
  }

  const applyDelta = (previous, delta) => {
    if (!isArray(delta)) return freezeDeep(delta)
    switch (delta[0]) {
      case 0:
        return freezeDeep(delta[1])
      case 1:
        // Spread of a record asks no plugin code, unlike that of a list.
        return delta.length === 1 ? previous : freeze(changeMembers({ ...previous }, previous, delta))
      case 2:
        return freezeList(changeItems(apply(toSpliced, previous, []), delta))
      case 3:
        return freezeList(joinParts(previous, delta))
      case 4:
        return freeze(changeMembers({}, previous, delta))
    }
  }

  // By definition and not by assignment: a setter on Object.prototype would get what is not there yet.
  const changeMembers = (next, previous, delta) => {
    for (let at = 1; at < delta.length; at += 2) {
      const name = delta[at]
      const change = delta[at + 1]
      if (isArray(change) && change.length === 0) delete next[name]
      else defineMember(next, name, applyDelta(previous[name], change))
    }
    return next
  }

  const defineMember = (target, name, value) => {
    defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true })
  }

  // Every item is there: a write reaches nothing but the item.
  const changeItems = (next, delta) => {
    for (let at = 1; at < delta.length; at += 2) next[delta[at]] = applyDelta(next[delta[at]], delta[at + 1])
    return next
  }

  const joinParts = (previous, delta) => {
    let length = 0
    for (let at = 1; at < delta.length; at += 1) {
      const part = delta[at]
      if (part.length === 1) length += part[0].length
      else length += typeof part[1] === 'number' ? part[1] : 1
    }
    const next = listOf(length)
    let index = 0
    for (let at = 1; at < delta.length; at += 1) {
      const part = delta[at]
      const from = part[0]
      if (part.length === 1) {
        for (let each = 0; each < from.length; each += 1) next[index++] = freezeDeep(from[each])
      } else if (typeof part[1] === 'number') {
        const end = from + part[1]
        for (let each = from; each < end; each += 1) next[index++] = previous[each]
      } else next[index++] = applyDelta(previous[from], part[1])
    }
    return next
  }

  // A list of that many items that are all there.
  const listOf = (length) => (length === 0 ? [] : parse('[0' + apply(stringRepeat, ',0', [length - 1]) + ']'))
`

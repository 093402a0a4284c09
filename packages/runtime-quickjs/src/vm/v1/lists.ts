/**
 * Guest source: `ui.each`. Without a `memo` every row is drawn. With one a list is a site (`rows.ts`), and what it draws is
 * the difference to the list that it was: rows of the host's by their place in that list, and new ones between them.
 *
 * With `memo: true` a row depends on its item alone, and on whether it is marked. A list of the view that is the same
 * object is the same; else what is the same at both ends is passed over, and only rows between those are asked.
 */
export const listsSource: string = String.raw`
  const NOTHING = freeze([])
  const NO_MARKS = freeze({ names: create(null), list: null })
  // More marks than this that come or go are looked for row by row.
  const FEW_MARKS = 8

  const each = (items, render, options) => {
    if (!isArray(items)) throw new NativeTypeError('ui.each: the items are no list')
    if (typeof render !== 'function') throw new NativeTypeError('ui.each: the second argument is no function')
    const given = isObject(options) ? options : {}
    const { key, memo, marked } = given
    if (typeof key !== 'string' && typeof key !== 'function') {
      throw new NativeTypeError('ui.each: give { key }, the name of a property or a function of the item')
    }
    if (memo !== undefined && memo !== true && typeof memo !== 'function') {
      throw new NativeTypeError('ui.each: memo is neither true nor a function of the item')
    }
    if (marked !== undefined && memo !== true) throw new NativeTypeError('ui.each: marked goes with memo: true')
    if (marked !== undefined && !isArray(marked)) throw new NativeTypeError('ui.each: marked is no list of keys')
    return memo === undefined || scope === null
      ? buildAll(items, render, key, memo === true, readMarks(marked, NO_MARKS))
      : buildChanged(items, render, key, memo, marked)
  }

  const keyOf = (item, index, key, isByItem) => {
    const value = typeof key === 'string' ? item[key] : isByItem ? key(item) : key(item, index)
    if (value === undefined || value === null) throw new NativeTypeError('ui.each: item ' + index + ' has no key')
    return '' + value
  }

  const readMarks = (marked, last) => {
    if (marked === undefined) return NO_MARKS
    if (marked === last.list && isOfView(marked)) return last
    const names = create(null)
    for (let index = 0; index < marked.length; index += 1) names['' + marked[index]] = true
    return { names, list: marked }
  }

  const buildAll = (items, render, key, isByItem, { names }) => {
    const rows = listOf(items.length)
    let count = 0
    for (let index = 0; index < items.length; index += 1) {
      const name = keyOf(items[index], index, key, isByItem)
      const row = toRow(render(items[index], index, names[name] === true))
      if (row === null) continue
      rows[count] = withKey(row, name)
      count += 1
    }
    rows.length = count
    return rows
  }

  const buildChanged = (items, render, key, memo, marked) => {
    const isByItem = memo === true
    const site = enterSite(render, (isByItem ? 'item ' : 'values ') + (typeof key === 'string' ? key : '()'))
    // Until all of it is built: a function of the plugin's may throw on the way.
    site.isSent = false
    const { keys, memos, rows } = site
    const marks = readMarks(marked, site.marks)
    const moved = findMoved(site.marks, marks, keys)
    const { head, tail } = isByItem ? matchEnds(memos, items) : NO_ENDS
    const oldEnd = keys.length - tail
    const newEnd = items.length - tail
    const most = newEnd - head + moved.length
    const changes = { site, items, render, names: marks.names, outer: scope, spare: newScope(), parts: null, used: 0, run: null, nodes: null, places: null, drawn: 0 }
    changes.parts = listOf(most + moved.length + 2)
    changes.nodes = listOf(most)
    changes.places = listOf(most)
    const edited = moved.length === 0 ? rows : apply(toSpliced, rows, [])
    keepRange(changes, edited, moved, 0, head, 0)
    const middle = buildMiddle(changes, key, memo, head, oldEnd, newEnd, moved)
    keepRange(changes, edited, moved, oldEnd, keys.length, newEnd - oldEnd)
    const { parts, run, used } = changes
    parts.length = used
    // One run, and all of it; or nothing of nothing.
    const isWhole = site.isKnown && (used === 0 || (used === 1 && run !== null)) && (used === 0 ? 0 : run[1]) === keys.length
    if (isByItem) site.memos = isOfView(items) ? items : apply(toSpliced, items, [])
    site.marks = marks
    if (isWhole) return keepWhole(site)
    hasNew = true
    const isMoved = head < oldEnd || head < newEnd
    site.keys = isMoved ? join(keys, head, oldEnd, middle.keys) : keys
    site.rows = isMoved ? join(edited, head, oldEnd, middle.rows) : edited
    if (!isByItem) site.memos = middle.memos
    site.whole = null
    site.isKnown = true
    return sayList(site, listRows(changes), { $: [site.number, parts] })
  }

  const NO_ENDS = freeze({ head: 0, tail: 0 })

  // Rows between the ends: each found again by its place or its key, and kept or drawn.
  const buildMiddle = (changes, key, memo, head, oldEnd, newEnd, moved) => {
    const { items, site } = changes
    const { keys: oldKeys, memos: oldMemos, rows: oldRows } = site
    const isByItem = memo === true
    // Most rows of a list that is as long as it was stand where they stood.
    const isSameLength = newEnd === oldEnd
    const keys = isSameLength ? sublist(oldKeys, head, oldEnd) : listOf(newEnd - head)
    const rows = isSameLength ? sublist(oldRows, head, oldEnd) : listOf(newEnd - head)
    const memos = isByItem ? keys : listOf(newEnd - head)
    // 1: it stands in the new list. 2: its mark has changed.
    const uses = listOf(oldEnd - head)
    for (let at = 0; at < moved.length; at += 1) {
      if (moved[at] >= head && moved[at] < oldEnd) uses[moved[at] - head] = 2
    }
    let places = null
    let expected = head
    for (let index = head; index < newEnd; index += 1) {
      const item = items[index]
      const values = isByItem ? item : memo(item, index)
      let place = expected
      if (isByItem && isSameLength && place === index && oldMemos[place] === item && uses[place - head] === 0) {
        uses[place - head] = 1
        expected = place + 1
        keepRows(changes, place, 1)
        continue
      }
      let name
      let isKept = isByItem && place < oldEnd && oldMemos[place] === item && uses[place - head] === 0
      if (isKept) name = oldKeys[place]
      else {
        name = keyOf(item, index, key, isByItem)
        if (place >= oldEnd || oldKeys[place] !== name) {
          if (places === null) places = indexKeys(oldKeys, head, oldEnd)
          place = places[name]
        }
        if (place !== undefined && uses[place - head] === 1) place = undefined
        isKept = place !== undefined && uses[place - head] === 0 && isSame(oldMemos[place], values, isByItem)
      }
      if (place !== undefined) {
        uses[place - head] = 1
        expected = place + 1
      }
      if (isKept) keepRows(changes, place, 1)
      keys[index - head] = name
      rows[index - head] = isKept
        ? oldRows[place]
        : drawRow(changes, index, name, place === undefined ? null : oldRows[place])
      if (!isByItem) memos[index - head] = values
    }
    return { keys, memos, rows }
  }

  const indexKeys = (names, from, end) => {
    const places = create(null)
    for (let at = from; at < end; at += 1) places[names[at]] = at
    return places
  }

  const isSame = (old, values, isByItem) => {
    if (old === values) return true
    if (isByItem || !isArray(old) || !isArray(values) || old.length !== values.length) return false
    for (let index = 0; index < values.length; index += 1) if (!is(old[index], values[index])) return false
    return true
  }

  // How many items at either end are the same.
  const matchEnds = (old, items) => {
    // Only a list of the view is remembered itself: a plugin may have changed its own.
    if (old === items) return { head: items.length, tail: 0 }
    const shorter = old.length < items.length ? old.length : items.length
    let head = 0
    while (head < shorter && old[head] === items[head]) head += 1
    const most = shorter - head
    const shift = items.length - old.length
    let at = old.length
    const first = at - most
    while (at > first && old[at - 1] === items[at - 1 + shift]) at -= 1
    return { head, tail: old.length - at }
  }

  // The places of rows that were marked and are not, or the other way round, in order.
  const findMoved = (before, after, names) => {
    if (before === after) return NOTHING
    const few = listOf(FEW_MARKS)
    let count = collectApart(before.names, after.names, few, 0)
    count = collectApart(after.names, before.names, few, count)
    if (count === 0) return NOTHING
    let found = 0
    const places = listOf(names.length)
    if (count > FEW_MARKS) {
      for (let at = 0; at < names.length; at += 1) {
        if (before.names[names[at]] !== after.names[names[at]]) places[found++] = at
      }
    } else {
      for (let one = 0; one < count; one += 1) {
        let at = apply(arrayIndexOf, names, [few[one]])
        for (; at >= 0; at = apply(arrayIndexOf, names, [few[one], at + 1])) {
          let to = found
          for (; to > 0 && places[to - 1] > at; to -= 1) places[to] = places[to - 1]
          places[to] = at
          found += 1
        }
      }
    }
    places.length = found
    return places
  }

  // Counts what is in one and not in the other, and lists the first few.
  const collectApart = (one, other, few, count) => {
    const names = keys(one)
    for (let at = 0; at < names.length; at += 1) {
      if (other[names[at]] === true) continue
      if (count < FEW_MARKS) few[count] = names[at]
      count += 1
    }
    return count
  }

  // Rows at an end are what they were, but for those whose marks have changed. 'shift' is how far they have moved.
  const keepRange = (changes, edited, moved, from, end, shift) => {
    let start = from
    for (let at = 0; at < moved.length; at += 1) {
      const place = moved[at]
      if (place < start || place >= end) continue
      keepRows(changes, start, place - start)
      edited[place] = drawRow(changes, place + shift, changes.site.keys[place], changes.site.rows[place])
      start = place + 1
    }
    keepRows(changes, start, end - start)
  }

  const keepRows = (changes, from, count) => {
    if (count === 0) return
    const { run } = changes
    if (run !== null && run[0] + run[1] === from) run[1] += count
    else changes.parts[changes.used++] = changes.run = [from, count]
  }

  const newScope = () => ({ sites: null, count: -1, later: null })

  // Draws one row. Lists in it go on from those that were in it before.
  const drawRow = (changes, index, name, before) => {
    const own = changes.spare
    own.sites = before === null || before === KEPT ? null : before.sites
    scope = own
    let node
    try {
      node = toRow(changes.render(changes.items[index], index, changes.names[name] === true))
    } finally {
      scope = changes.outer
    }
    changes.run = null
    const keyed = withKey(node, name)
    changes.parts[changes.used++] = isObject(keyed) && isArray(keyed.$b) ? keyed.$b : keyed
    if (node !== null) {
      changes.nodes[changes.drawn] = keyed
      changes.places[changes.drawn] = index
      changes.drawn += 1
    }
    // No list was drawn in it this time.
    if (own.count < 0) return node === null ? null : KEPT
    changes.spare = newScope()
    own.isEmpty = node === null
    return own
  }

  const sublist = (list, from, end) => {
    const rest = from === 0 ? list : apply(toSpliced, list, [0, from])
    return apply(toSpliced, rest, [end - from, list.length - end])
  }

  const join = (list, from, end, middle) => {
    if (from === 0 && end === list.length) return middle
    const joined = listOf(list.length - end + from + middle.length)
    let at = 0
    for (; at < from; at += 1) joined[at] = list[at]
    for (let each = 0; each < middle.length; each += 1) joined[at++] = middle[each]
    for (let each = end; each < list.length; each += 1) joined[at++] = list[each]
    return joined
  }

  defineProperty(ui, 'each', { enumerable: true, value: each })
`

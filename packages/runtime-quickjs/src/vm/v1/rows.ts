/**
 * Guest source: `ui.each`, and what it remembers of the last render.
 *
 * A list that has a `memo` is a site; it is found again by its place among the calls of `ui.each` in its scope (the render,
 * or the row that it is called in) and by its row function. A row whose memo held is not built: the answer names it by the
 * number that it was sent with, and the host puts its own parsed row there. Numbers are the site's own and never used
 * twice, so that the worst a plugin can do is to name a row that is not there, and be refused.
 *
 * What the host has is known by the turn of its last accepted answer, which comes with every render: after anything else
 * all rows are built anew.
 */
export const rowsSource: string = String.raw`
  const REST_OF_NATIVE = '[native code]'
  let nextSite = 1
  let nextTurn = 1
  let nextPass = 1
  // By widget: the scope of the last render, and the turn in which the host was last told of new rows.
  const remembered = create(null)
  // While a render runs: what it remembers, and the row that is being built, or itself; both are scopes: 'sites' by place,
  // 'count' of those drawn (-1 before the first). Then the scopes in which lists were drawn, and what the host is to hear.
  let drawing = null
  let scope = null
  let entered = null
  let isEncoding = false
  let hasNew = false
  let hasSent = false
  // Templates of blocks that the host has not seen, as JSON texts.
  let newBlocks = ''
  const lists = new NativeWeakSet()
  let hasLists = false
  const isRows = (value) => hasLists && apply(weakSetHas, lists, [value])

  const newMemory = () => ({ turn: 0, blocks: create(null), sites: null, count: -1, later: null })

  const each = (items, render, options) => {
    if (!isArray(items)) throw new NativeTypeError('ui.each: the items are no list')
    if (typeof render !== 'function') throw new NativeTypeError('ui.each: the second argument is no function')
    const given = isObject(options) ? options : {}
    const { key, memo } = given
    if (typeof key !== 'string' && typeof key !== 'function') {
      throw new NativeTypeError('ui.each: give { key }, the name of a property or a function of the item')
    }
    if (memo !== undefined && typeof memo !== 'function') {
      throw new NativeTypeError('ui.each: memo is no function of the item')
    }
    return memo === undefined || scope === null ? buildAll(items, render, key) : buildChanged(items, render, key, memo)
  }

  const keyOf = (item, index, key) => {
    const value = typeof key === 'string' ? item[key] : key(item, index)
    if (value === undefined || value === null) throw new NativeTypeError('ui.each: item ' + index + ' has no key')
    return '' + value
  }

  const buildAll = (items, render, key) => {
    const rows = listOf(items.length)
    let count = 0
    for (let index = 0; index < items.length; index += 1) {
      const row = toRow(render(items[index], index))
      if (row === null) continue
      rows[count] = withKey(row, keyOf(items[index], index, key))
      count += 1
    }
    rows.length = count
    return rows
  }

  const buildChanged = (items, render, key, memo) => {
    const site = enterSite(render)
    // Until all of it is built: a function of the plugin's may throw on the way.
    site.isSent = false
    const outer = scope
    const { length } = items
    const pass = nextPass++
    const old = site.rows
    const rows = listOf(length)
    const parts = listOf(length)
    const next = listOf(length)
    const first = site.next
    let used = 0
    let drawn = 0
    let run = null
    let byKey = null
    for (let index = 0; index < length; index += 1) {
      const item = items[index]
      const name = keyOf(item, index, key)
      const values = memo(item, index)
      let row = index < old.length ? old[index] : undefined
      if (row === undefined || row.key !== name) {
        byKey = byKey === null ? indexRows(old) : byKey
        row = byKey[name]
      }
      if (row !== undefined && row.pass !== pass && isSame(row.values, values)) {
        row.pass = pass
        if (run !== null && run[0] + run[1] === row.number) run[1] += 1
        else parts[used++] = run = [row.number, 1]
        if (!row.isEmpty) rows[drawn++] = referTo(site, row)
      } else {
        const sites = row === undefined || row.pass === pass ? null : row.sites
        row = { key: name, values, number: site.next, pass, reference: null, isEmpty: false, sites, count: -1, later: null }
        scope = row
        let node
        try {
          node = toRow(render(item, index))
        } finally {
          scope = outer
        }
        // No list was drawn in it this time.
        if (row.count < 0) row.sites = null
        run = null
        site.next += 1
        hasNew = true
        const keyed = withKey(node, name)
        row.isEmpty = node === null
        if (node !== null) rows[drawn++] = keyed
        parts[used++] = isObject(keyed) && isArray(keyed.$b) ? keyed.$b : keyed
      }
      next[index] = row
    }
    parts.length = used
    rows.length = drawn
    site.rows = next
    const wire = { $: [site.number, first, parts] }
    defineProperty(rows, 'toJSON', { __proto__: null, value: () => (isEncoding ? send(site, wire) : rows) })
    hasLists = true
    apply(weakSetAdd, lists, [rows])
    return rows
  }

  // What stands for a row that is kept, in the list that the plugin gets: alone, where it gives a part of the list.
  const referTo = (site, row) => {
    if (row.reference !== null) return row.reference
    const reference = { $: [site.number, 0, [[row.number, 1]]] }
    const toJSON = () => {
      if (isEncoding) hasSent = true
      return reference
    }
    defineProperty(reference, 'toJSON', { __proto__: null, value: toJSON })
    return (row.reference = freeze(reference))
  }

  const send = (site, wire) => {
    site.isSent = hasSent = true
    return wire
  }

  const enterSite = (render) => {
    if (scope.count < 0) {
      scope.count = 0
      if (scope.sites === null) scope.sites = create(null)
      scope.later = entered
      entered = scope
    }
    const { count, sites } = scope
    scope.count += 1
    const known = sites[count]
    if (known !== undefined && known.render === render) return known
    // A function that is written in a render is another one in each; its text is the same.
    const text = apply(functionToString, render, [])
    if (known !== undefined && known.text === text && indexOf(text, REST_OF_NATIVE, 0) < 0) {
      known.render = render
      return known
    }
    return (sites[count] = { number: nextSite++, next: 0, rows: [], render, text, isSent: false })
  }

  const indexRows = (rows) => {
    const byKey = create(null)
    for (let index = 0; index < rows.length; index += 1) byKey[rows[index].key] = rows[index]
    return byKey
  }

  const isSame = (old, values) => {
    if (old === values) return true
    if (!isArray(old) || !isArray(values) || old.length !== values.length) return false
    for (let index = 0; index < values.length; index += 1) if (!is(old[index], values[index])) return false
    return true
  }

  // What a row function answers, as builders take it: null is left out, text is wrapped, content is a list.
  const toRow = (row) => {
    if (row === null || row === undefined || typeof row === 'boolean') return null
    if (typeof row === 'string' || typeof row === 'number') return { kind: 'text', text: '' + row }
    if (!isObject(row) || isArray(row) || row.kind !== undefined) return row
    const { content, onPress } = row
    if (content === undefined && typeof onPress !== 'string') return row
    const copy = { ...row }
    if (content !== undefined) copy.content = collectChildren(content, [])
    if (typeof onPress === 'string') copy.onPress = { handler: onPress }
    return copy
  }

  const beginRows = (widgetId, turn) => {
    const known = remembered[widgetId]
    const last = known !== undefined && known.turn === turn ? known : newMemory()
    // Until it has come to its end: a render that failed has built rows that the host never saw.
    delete remembered[widgetId]
    drawing = last
    entered = null
    hasNew = hasSent = false
    newBlocks = ''
    last.count = -1
    scope = last
  }

  const endRows = () => {
    drawing = null
    scope = null
    entered = null
    isEncoding = false
  }

  // The text of a tree. Rows that are not in it, or whose site is not, are nowhere: the host forgets them too.
  const encodeTree = (widgetId, tree) => {
    isEncoding = true
    const text = stringify(tree)
    isEncoding = false
    if (!hasSent) return { text, turn: 0 }
    if (hasNew || drawing.turn === 0) drawing.turn = nextTurn++
    if (drawing.count < 0) drawing.sites = null
    while (entered !== null) {
      const { later } = entered
      prune(entered)
      entered.later = null
      entered = later
    }
    remembered[widgetId] = drawing
    return { text, turn: drawing.turn }
  }

  const prune = ({ count, sites }) => {
    const places = keys(sites)
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index]
      if (place >= count || !sites[place].isSent) delete sites[place]
    }
  }

  defineProperty(ui, 'each', { enumerable: true, value: each })
`

/**
 * Guest source: what is remembered of the last render for `ui.each` (`lists.ts`).
 *
 * A list that has a `memo` is a site; it is found again by its place among the calls of `ui.each` in its scope (the render,
 * or the row that it is called in) and by its row function. A row whose memo held is not built: the answer names it by its
 * place in the list that the host has of this site, alone or in a run, and the host puts its own parsed row there. The worst
 * that a plugin can do is to name a row that is not there, and be refused.
 *
 * What the host has is known by the turn of its last accepted answer, which comes with every render: after anything else
 * all rows are built anew.
 */
export const rowsSource: string = String.raw`
  const REST_OF_NATIVE = '[native code]'
  let nextSite = 1
  let nextTurn = 1
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

  // What stands for a row of the host's in the list that the plugin gets. A part of that list cannot be said: the host
  // refuses it, and the widget is drawn as a whole.
  const KEPT = create(null)
  const UNSAID = freeze({ $: null })
  const sayNothing = () => {
    if (isEncoding) hasSent = true
    return UNSAID
  }
  defineProperty(KEPT, 'toJSON', { __proto__: null, value: sayNothing })
  freeze(KEPT)

  // 'how' says by what its rows are known again: a list that is known in another way is another list.
  const enterSite = (render, how) => {
    if (scope.count < 0) {
      scope.count = 0
      if (scope.sites === null) scope.sites = create(null)
      scope.later = entered
      entered = scope
    }
    const { count, sites } = scope
    scope.count += 1
    const known = sites[count]
    const isSameWay = known !== undefined && known.how === how
    if (isSameWay && known.render === render) return known
    // A function that is written in a render is another one in each; its text is the same.
    const text = apply(functionToString, render, [])
    if (isSameWay && known.text === text && indexOf(text, REST_OF_NATIVE, 0) < 0) {
      known.render = render
      return known
    }
    return (sites[count] = newSite(render, text, how))
  }

  // 'keys', 'memos' and 'rows' are of the list as the host has it. A row is null where none is drawn, KEPT, or its scope
  // when lists are in it.
  const newSite = (render, text, how) => ({
    number: nextSite++,
    render,
    text,
    how,
    keys: NOTHING,
    memos: NOTHING,
    rows: NOTHING,
    marks: NO_MARKS,
    isKnown: false,
    isSent: false,
    list: null,
    wire: null,
    whole: null,
  })

  // The list that says what it is when the tree is written, and only the one that was made last.
  const sayList = (site, list, wire) => {
    site.list = list
    site.wire = wire
    const toJSON = () => {
      if (!isEncoding) return list
      site.isSent = hasSent = true
      return site.list === list ? site.wire : UNSAID
    }
    defineProperty(list, 'toJSON', { __proto__: null, value: toJSON })
    hasLists = true
    apply(weakSetAdd, lists, [list])
    return list
  }

  const keepWhole = (site) => {
    const { rows, whole } = site
    const wire = { $: [site.number, rows.length === 0 ? NOTHING : [[0, rows.length]]] }
    if (whole === null) return (site.whole = sayList(site, listKept(rows), wire))
    site.list = whole
    return whole
  }

  const listKept = (rows) => {
    const list = listOf(rows.length)
    let count = 0
    for (let at = 0; at < rows.length; at += 1) if (isDrawn(rows[at])) list[count++] = KEPT
    list.length = count
    return list
  }

  const isDrawn = (row) => row === KEPT || (row !== null && !row.isEmpty)

  // The list that the plugin gets: nodes where rows were drawn, and what stands for the others.
  const listRows = ({ drawn, nodes, places, site }) => {
    if (drawn === site.rows.length) {
      nodes.length = drawn
      return nodes
    }
    const { rows } = site
    const list = listOf(rows.length)
    let count = 0
    let next = 0
    for (let at = 0; at < rows.length; at += 1) {
      if (next < drawn && places[next] === at) list[count++] = nodes[next++]
      else if (isDrawn(rows[at])) list[count++] = KEPT
    }
    list.length = count
    return list
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

`

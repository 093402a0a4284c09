/**
 * Guest source: `ui.block`. A template is drawn once, with markers where its slots are, and goes to the host with the
 * plugin's definition, or with the first answer that uses it where it was declared later; after that a node of it is its
 * number and the values of its slots.
 *
 * `[key or null, number of the block, value, …]` under `$b`: a value is wrapped in a list when it is no scalar, and an empty
 * list when there is none. Outside a render a block draws its template with the values themselves.
 */
export const blocksSource: string = String.raw`
  let nextBlock = 1
  // Those that the host learns of with the definition, as JSON text; and up to which number it did.
  let loadedBlocks = ''
  let lastLoaded = 0
  let isLoaded = false

  const marks = freeze({
    __proto__: null,
    toString() {
      throw new NativeTypeError('ui.block: a slot has no text yet. Give what is to be shown as one value')
    },
  })

  const block = (template) => {
    if (typeof template !== 'function') throw new NativeTypeError('ui.block: the template is no function')
    if (scope !== null) throw new NativeTypeError('ui.block: declare it once, outside of render')
    const places = create(null)
    const names = create(null)
    let count = 0
    const slot = (name) => {
      const text = '' + name
      if (places[text] === undefined) {
        places[text] = count
        names[count] = text
        count += 1
      }
      const marker = create(marks)
      marker.$slot = places[text]
      return freeze(marker)
    }
    const drawn = toRow(template(slot))
    if (drawn === null) throw new NativeTypeError('ui.block: the template draws nothing')
    const body = stringify(drawn)
    const number = nextBlock++
    if (!isLoaded) loadedBlocks += (loadedBlocks === '' ? '' : ',') + '[' + number + ',' + count + ',' + body + ']'
    const blank = listOf(count + 2)
    return (values) => {
      const given = isObject(values) ? values : {}
      if (scope === null) return template((name) => given[name])
      useBlock(number, count, body)
      const packed = apply(toSpliced, blank, [])
      packed[0] = null
      packed[1] = number
      for (let at = 0; at < count; at += 1) {
        const value = given[names[at]]
        packed[at + 2] = value === undefined ? [] : typeof value === 'object' && value !== null ? [value] : value
      }
      return { $b: packed }
    }
  }

  const useBlock = (number, count, body) => {
    hasSent = true
    if (number <= lastLoaded || drawing.blocks[number] === true) return
    drawing.blocks[number] = true
    hasNew = true
    newBlocks += (newBlocks === '' ? '[' : ',[') + number + ',' + count + ',' + body + ']'
  }

  // The blocks of the definition. What is declared from here on goes with the answers.
  const takeLoadedBlocks = () => {
    const text = '[' + loadedBlocks + ']'
    loadedBlocks = ''
    lastLoaded = nextBlock - 1
    isLoaded = true
    return text
  }

  // A row with its key: the row of a block has a place for it.
  const withKey = (row, key) => {
    if (!isObject(row)) return row
    const packed = row.$b
    if (!isArray(packed)) return { ...row, key }
    if (packed[0] === null) {
      packed[0] = key
      return row
    }
    const own = apply(toSpliced, packed, [])
    own[0] = key
    return { $b: own }
  }

  defineProperty(ui, 'block', { enumerable: true, value: block })
  freeze(ui)
`

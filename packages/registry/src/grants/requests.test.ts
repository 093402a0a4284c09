import { describe, expect, it } from 'vitest'

import { intersectGrants, isNoGrants, subtractGrants } from './combineGrants.ts'
import { describeRequests } from './describeRequests.ts'
import { diffRequests } from './diffRequests.ts'
import { NO_PLUGIN_GRANTS } from './pluginGrants.ts'

describe('what is granted', () => {
  it('is what both sides name, kind by kind', () => {
    const asked = {
      readShared: ['counter', 'notes'],
      writeShared: ['counter'],
      systemCommands: ['restart-plugin'],
      components: ['chart'],
      fs: [{ root: 'notes', operations: ['read', 'write'] as const }],
      secrets: ['token'],
    }
    const given = {
      readShared: ['notes'],
      writeShared: ['notes'],
      components: ['chart'],
      fs: [{ root: 'notes', operations: ['read', 'list'] as const }],
    }
    expect(intersectGrants(asked, given)).toEqual({
      ...NO_PLUGIN_GRANTS,
      readShared: ['notes'],
      components: ['chart'],
      fs: [{ root: 'notes', operations: ['read'] }],
    })
    expect(subtractGrants(asked, given).fs).toEqual([{ root: 'notes', operations: ['write'] }])
  })

  it('of all shared data is what the other side names', () => {
    expect(intersectGrants({ readShared: ['*'] }, { readShared: ['counter'] }).readShared).toEqual(['counter'])
    expect(intersectGrants({ readShared: ['*'] }, { readShared: ['*', 'counter'] }).readShared).toEqual(['*'])
    expect(subtractGrants({ readShared: ['*'] }, { readShared: ['counter'] }).readShared).toEqual(['*'])
    // It stands for nothing where things are changed.
    expect(intersectGrants({ writeShared: ['*'] }, { writeShared: ['counter'] }).writeShared).toEqual([])
  })
})

describe('an update', () => {
  it('asks only for what is new, with its reason', () => {
    const before = { readShared: ['counter'], https: [{ host: 'a.org', methods: ['GET'] }] }
    const after = {
      readShared: ['counter', 'notes'],
      https: [
        { host: 'a.org', methods: ['GET', 'POST'], reason: 'to save' },
        { host: 'b.org', reason: 'pictures' },
      ],
    }
    expect(diffRequests(before, after)).toEqual({
      ...NO_PLUGIN_GRANTS,
      readShared: ['notes'],
      https: [
        { host: 'a.org', methods: ['POST'], reason: 'to save' },
        { host: 'b.org', reason: 'pictures' },
      ],
    })
  })

  it('that asks for less asks for nothing', () => {
    expect(isNoGrants(diffRequests({ https: [{ host: '*' }] }, { https: [{ host: 'a.org' }] }))).toBe(true)
  })
})

it('says every kind of request in plain words, and which are broad', () => {
  const lines = describeRequests({
    readShared: ['*', 'counter'],
    writeShared: ['counter'],
    systemCommands: ['restart-plugin'],
    components: ['chart'],
    https: [
      { host: '*' },
      {
        host: '*.example.org',
        port: 8443,
        methods: ['GET', 'POST'],
        pathPrefixes: ['/v1'],
        reason: 'the\u202Eweather',
      },
    ],
    fs: [{ root: 'notes', operations: ['read', 'list', 'write'] }],
    secrets: ['token'],
  })
  expect(lines.map(({ isBroad, reason, text }) => [isBroad ? '!' : ' ', text, reason ?? ''].join(' ')))
    .toMatchInlineSnapshot(`
    [
      "! see all shared data of this application ",
      "  see the shared data "counter" ",
      "  change the shared data "counter" ",
      "  give the command "restart-plugin" ",
      "  show components of this application that need "chart" ",
      "! send requests of every kind to every server ",
      "  send GET and POST requests to every server below example.org at port 8443, below /v1 theweather",
      "  read files, list names and write files in the folder "notes" ",
      "  have the secret "token" sent along with its requests, without seeing it ",
    ]
  `)
})

import type { HostileArchive } from './hostileArchives.ts'
import { buildZip } from './zipBuilder.ts'

/** Paths that are not what they look like, or not the same everywhere. */
export const hostilePaths: readonly HostileArchive[] = [
  unsafe('leaves its folder', '../evil.js'),
  unsafe('leaves its folder on a way through another', 'dist/../../evil.js'),
  unsafe('is absolute', '/etc/passwd'),
  unsafe('leaves its folder with backslashes', '..\\evil.js'),
  unsafe('names a drive', 'C:/evil.js'),
  unsafe('names a place on a drive', 'C:evil.js'),
  unsafe('names a server', '//server/share/evil.js'),
  unsafe('hides what follows behind NUL', 'plugin.js\0.txt'),
  unsafe('holds a line break', 'plugin.js\nREADME'),
  unsafe('holds a sequence for the terminal', '\u001B[2Jplugin.js'),
  unsafe('is a device of Windows', 'dist/aux.js'),
  unsafe('has a device of Windows for a folder', 'NUL/plugin.js'),
  unsafe('ends with a dot', 'plugin.js.'),
  unsafe('ends with a space', 'plugin.js '),
  unsafe('names a second stream of a file', 'plugin.js:hidden'),
  unsafe('is empty', ''),
  unsafe('is the root itself', '/'),
  unsafe('has a folder of one dot', './plugin.js'),
  unsafe('has a folder without a name', 'dist//plugin.js'),
  unsafe('is hidden', '.npmrc'),
  unsafe('is not UTF-8', Uint8Array.of(0x61, 0xff, 0x2e, 0x6a, 0x73)),
  unsafe('begins with a byte order mark', '\uFEFFp.js'),
  unsafe('writes a slash in two bytes', Uint8Array.of(0x2e, 0x2e, 0xc0, 0xaf, 0x61)),
  unsafe('reads in another order than it is', 'sj.\u202Enigulp.js'),
  unsafe('is the same as another one in full-width letters', '\uFF50lugin.js'),
  unsafe('is the same as another one with a letter in two characters', 'cafe\u0301.js'),
  unsafe('is the same as another one with a Turkish letter', 'plug\u0131n.js'),
  unsafe('is longer than any path', 'a'.repeat(65_535)),
  unsafe('has a thousand folders', `${'a/'.repeat(1_000)}b`),
  clash('has one path twice', ['plugin.js', 'plugin.js']),
  clash('has one path in two cases', ['dist/plugin.js', 'Dist/Plugin.js']),
  clash('has two manifests', ['plugin.json', 'PLUGIN.json']),
  clash('has a file that is the folder of another', ['dist', 'dist/plugin.js']),
  clash('has a folder that is a file as well', ['dist/', 'DIST']),
  clash('has one folder twice', ['dist/', 'dist/']),
]

function unsafe(name: string, path: string | Uint8Array): HostileArchive {
  return {
    name: `a path ${name}`,
    expected: 'archive-path-unsafe',
    build: () =>
      buildZip({
        entries: [
          { name: 'plugin.js', content: 'good' },
          { name: path, content: 'evil', flags: 0x800 },
        ],
      }),
  }
}

function clash(name: string, paths: readonly string[]): HostileArchive {
  return {
    name: `an archive ${name}`,
    expected: 'archive-path-duplicate',
    build: () => buildZip({ entries: paths.map((path) => ({ name: path, method: 0 })) }),
  }
}

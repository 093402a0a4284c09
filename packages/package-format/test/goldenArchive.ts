import { writeArchive, type PackageFiles } from '@plugboard/package-format'

/** SHA-256 of {@link writeGolden}. Another one means that the same package has another archive than before. */
export const GOLDEN = '4a50006b91ac579e4bb37f3f73a94eaf7d5d8a93b48538160e77bd08f2549047'

/** Files of every kind that is packed differently: nothing, little, text, what repeats far away, and noise. */
export function createGoldenFiles(): PackageFiles {
  const lines = Array.from({ length: 4_000 }, (_, index) => `const value${index % 700} = ${(index * 7_919) % 4_099}\n`)
  let state = 1
  const noise = Uint8Array.from({ length: 5_000 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
  return new Map([
    ['z/noise.bin', noise],
    ['lines.js', new TextEncoder().encode(lines.join(''))],
    ['empty.txt', new Uint8Array()],
    ['far.bin', Uint8Array.of(...noise, ...new Uint8Array(30_000), ...noise)],
    ['a.txt', new TextEncoder().encode('a')],
  ])
}

export async function digestGolden(): Promise<string> {
  const archive = new Uint8Array(writeArchive(createGoldenFiles()))
  const digest = await crypto.subtle.digest('SHA-256', archive)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

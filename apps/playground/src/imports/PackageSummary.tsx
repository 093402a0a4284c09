import './imports.css'

import { cleanDisplayText, type Diagnostic } from '@plugboard/contracts'
import type { PluginManifest } from '@plugboard/package-format'
import type { RequestDescription } from '@plugboard/registry'
import { useState, type ReactElement, type ReactNode } from 'react'

import { CodeList } from '../consent/CodeList.tsx'
import { formatBytes } from '../ui/format.ts'
import { Pill } from '../ui/Pill.tsx'
import type { PackageFacts } from './arrivedPackage.ts'
import { importsMessages } from './importsMessages.ts'

const words = importsMessages

export interface PackageSummaryProps {
  /** Null where nothing could be read. */
  readonly facts: PackageFacts | null
  readonly diagnostics: readonly Diagnostic[]
  /** The version that an update takes the place of. */
  readonly before?: string
}

/** What a package is and has, and what was found about it, without anything of it having run. */
export function PackageSummary({ before, diagnostics, facts }: PackageSummaryProps): ReactElement {
  return (
    <>
      <Diagnostics diagnostics={diagnostics} />
      {facts === null ? null : <Facts facts={facts} before={before} />}
    </>
  )
}

/** What cannot be granted here, in words. */
export function Unavailable({ requests }: { readonly requests: readonly RequestDescription[] }): ReactElement | null {
  if (requests.length === 0) return null
  return (
    <div className="stack small">
      <p className="warnc">{words.unavailable}</p>
      <ul className="share-contents">
        {requests.map(({ isBroad, kind, reason, text }) => (
          <li key={`${kind} ${text}`}>
            {text} {isBroad ? <Pill tone="warn">{words.broad}</Pill> : null}
            {reason === undefined ? null : <span className="mut"> {words.because(reason)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Diagnostics({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): ReactElement | null {
  if (diagnostics.length === 0) return null
  return (
    <section className="stack" aria-label={words.diagnostics}>
      <h3 className="lbl">{words.diagnostics}</h3>
      <ul className="import-found">
        {diagnostics.map(({ code, hint, message, path = '', severity }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- one code may be there twice for one place; the list never changes
          <li key={index}>
            <p>
              <Pill tone={TONES[severity]}>{words.severities[severity]}</Pill>{' '}
              <span className="mono small">{code}</span>
            </p>
            <p>{cleanDisplayText(message)}</p>
            {path === '' ? null : <p className="mut small mono">{cleanDisplayText(path)}</p>}
            {hint === undefined ? null : <p className="sec small">{cleanDisplayText(hint)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const TONES = { error: 'err', warning: 'warn', info: 'mute' } as const

function Facts({ before, facts }: { readonly facts: PackageFacts; readonly before: string | undefined }): ReactElement {
  const { code, digest, files, manifest, title } = facts
  const { id, license, runtime, version } = manifest
  const [isCodeOpen, setCodeOpen] = useState(false)
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  const lines = code === null ? 0 : code.trimEnd().split('\n').length
  return (
    <section className="stack import-section" aria-label={words.facts}>
      <h3 className="lbl">{words.facts}</h3>
      <dl className="import-facts">
        <Fact name={words.id}>{id}</Fact>
        <Fact name={words.version}>{before === undefined ? version : words.versions(before, version)}</Fact>
        <Fact name={words.digest}>
          <span className="mono small">{digest}</span>
        </Fact>
        {license === undefined ? null : <Fact name={words.license}>{cleanDisplayText(license)}</Fact>}
        <Fact name={words.runtime}>{words.runtimes[runtime.kind]}</Fact>
      </dl>
      <h3 className="lbl">{words.surfaces}</h3>
      <ul className="share-contents">
        {describeSurfaces(manifest).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <details>
        <summary>{words.files(files.size, formatBytes(size))}</summary>
        <ul className="share-contents">
          {[...files].map(([path, bytes]) => (
            <li key={path}>
              <span className="mono small">{cleanDisplayText(path)}</span>{' '}
              <span className="mut small">{formatBytes(bytes.length)}</span>
            </li>
          ))}
        </ul>
      </details>
      {code === null ? null : (
        <p>
          <button
            type="button"
            className="linkish small"
            aria-expanded={isCodeOpen}
            onClick={() => setCodeOpen(!isCodeOpen)}
          >
            {isCodeOpen ? words.hideCode : words.viewCode(lines)}
          </button>
        </p>
      )}
      {isCodeOpen && code !== null ? <CodeList plugins={[{ key: id, title, code }]} /> : null}
    </section>
  )
}

function Fact({ children, name }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt className="mut">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function describeSurfaces({ surfaces }: PluginManifest): readonly string[] {
  const { hooks = [], services = [], tools = [], widgets = [] } = surfaces
  const { surface } = words
  return [
    ...(widgets.length === 0 ? [] : [surface.widgets(widgets.length)]),
    ...(tools.length === 0 ? [] : [surface.tools(tools.length, join(tools.map(({ name }) => name)))]),
    ...(hooks.length === 0 ? [] : [surface.hooks(hooks.length, join(hooks.map(({ point }) => point)))]),
    ...(services.length === 0 ? [] : [surface.services(services.length, join(services.map(({ name }) => name)))]),
  ]
}

function join(names: readonly string[]): string {
  return cleanDisplayText(names.join(', '))
}

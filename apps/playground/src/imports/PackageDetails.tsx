import { Dialog } from '@base-ui/react/dialog'
import type { ReactElement } from 'react'

import { AskList } from '../consent/AskList.tsx'
import { useImport } from '../workspace/hooks.ts'
import type { ImportedPackage } from './importedPackage.ts'
import { useImports } from './importsContext.ts'
import { importsMessages } from './importsMessages.ts'
import { asksOf, listPackageAsks } from './packageAsks.ts'
import { PackageSummary, Unavailable } from './PackageSummary.tsx'
import { ToolCalls } from './ToolCalls.tsx'
import { describeFacts } from './readPackage.ts'
import { unpackContent } from './packageContent.ts'
import type { PackageFacts } from './arrivedPackage.ts'

const words = importsMessages

export interface PackageDetailsProps {
  readonly packageId: string
  readonly onClose: () => void
}

/** What was agreed to of an imported package, and what of its requests new instances get. */
export function PackageDetails({ onClose, packageId }: PackageDetailsProps): ReactElement | null {
  const imported = useImport(packageId)
  if (imported === undefined) return null
  const { check, title } = imported
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg">
          <div className="in">
            <Dialog.Title>{words.titles.details(title)}</Dialog.Title>
            <Dialog.Description className="sec">{words.explainDetails}</Dialog.Description>
            <Granted imported={imported} />
            {check.state === 'sound' ? (
              <ToolCalls packageId={packageId} tools={check.manifest.surfaces.tools ?? []} />
            ) : null}
            <PackageSummary
              facts={factsOf(imported)}
              diagnostics={check.state === 'rejected' ? check.diagnostics : []}
            />
          </div>
          <div className="dft">
            <Dialog.Close className="btn pri">{words.close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Granted({ imported }: { readonly imported: ImportedPackage }): ReactElement | null {
  const imports = useImports()
  const { check, granted, packageId } = imported
  if (check.state !== 'sound') return null
  const { known, unavailable } = listPackageAsks(check.manifest.requests)
  const given = asksOf(granted).filter((ask) => known.includes(ask))
  return (
    <section className="stack" aria-label={words.asks}>
      <h3 className="lbl">{words.asks}</h3>
      {known.length === 0 ? (
        <p className="sec">{words.asksNothing}</p>
      ) : (
        <>
          <p className="sec small">
            {words.granted(given.length, known.length)} {words.grantsOf}
          </p>
          <AskList
            asks={known}
            granted={given}
            onChange={(next) => void imports().then((packages) => packages.setGranted(packageId, next))}
          />
        </>
      )}
      <Unavailable requests={unavailable} />
    </section>
  )
}

function factsOf({ check, content, digest }: ImportedPackage): PackageFacts | null {
  if (check.state !== 'sound') return null
  return describeFacts({ manifest: check.manifest, digest, files: unpackContent(content), diagnostics: [] })
}

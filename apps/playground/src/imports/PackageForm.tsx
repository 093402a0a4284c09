import { Dialog } from '@base-ui/react/dialog'
import { Package, TriangleAlert } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { AskList } from '../consent/AskList.tsx'
import type { Ask } from '../consent/asks.ts'
import { ConsentAnswers } from '../consent/ConsentAnswers.tsx'
import { useDesk } from '../workspaces/deskContext.ts'
import type { ArrivedPackage, PackageFacts, PackageOffer, PackageRefusal } from './arrivedPackage.ts'
import { importsMessages } from './importsMessages.ts'
import { PackageSummary, Unavailable } from './PackageSummary.tsx'

const words = importsMessages

/** Asks about a packed plugin, or says why it is not taken. Nothing of it runs meanwhile, and every switch begins off. */
export function PackageForm({ arrived }: { readonly arrived: ArrivedPackage }): ReactElement {
  const { diagnostics, facts, fileName, offer } = arrived
  if (facts !== null && offer.kind !== 'refused') return <Question arrived={arrived} facts={facts} offer={offer} />
  return (
    <>
      <div className="in">
        <Head isRefused title={words.titles.refused(facts?.title ?? fileName)}>
          {offer.kind === 'refused' ? explainRefusal(offer.reason) : words.refused.faulty}
        </Head>
        <PackageSummary facts={facts} diagnostics={diagnostics} />
      </div>
      <div className="dft">
        <Dialog.Close className="btn pri">{words.close}</Dialog.Close>
      </div>
    </>
  )
}

interface QuestionProps {
  readonly arrived: ArrivedPackage
  readonly facts: PackageFacts
  readonly offer: Exclude<PackageOffer, { readonly kind: 'refused' }>
}

function Question({ arrived, facts, offer }: QuestionProps): ReactElement {
  const { arrivals } = useDesk()
  const [granted, setGranted] = useState<readonly Ask[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [isWorking, setWorking] = useState(false)
  const isUpdate = offer.kind === 'update'
  const { known, unavailable } = isUpdate ? offer.added : facts.asks
  const take = async (grants: readonly Ask[]): Promise<void> => {
    setWorking(true)
    setProblem(null)
    try {
      await arrivals.acceptPackage(arrived, grants)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : words.failed)
      setWorking(false)
    }
  }
  const text = wordsOf(offer, facts)
  return (
    <>
      <div className="in">
        <Head title={text.title}>{text.explain}</Head>
        {problem === null ? null : (
          <p role="alert" className="errc">
            {problem}
          </p>
        )}
        <section className="stack" aria-label={text.asks}>
          <h3 className="lbl">{text.asks}</h3>
          {known.length === 0 ? (
            <p className="sec">{text.asksNothing}</p>
          ) : (
            <>
              <p className="sec small" role="status">
                {words.granted(granted.length, known.length)}
              </p>
              <AskList asks={known} granted={granted} onChange={setGranted} />
            </>
          )}
          <Unavailable requests={unavailable} />
        </section>
        <PackageSummary
          facts={facts}
          diagnostics={arrived.diagnostics}
          {...(isUpdate && offer.present.version !== facts.manifest.version ? { before: offer.present.version } : {})}
        />
      </div>
      <ConsentAnswers
        granted={granted}
        isWorking={isWorking}
        cancel={words.cancel}
        withNone={text.withNone}
        withGrants={text.withGrants}
        onAnswer={take}
      />
    </>
  )
}

interface QuestionWords {
  readonly title: string
  readonly explain: string
  readonly asks: string
  readonly asksNothing: string
  readonly withNone: string
  readonly withGrants: (count: number) => string
}

/** The words for what would happen: a first import, an update, or a content that is put back. */
function wordsOf(offer: QuestionProps['offer'], { manifest, title }: PackageFacts): QuestionWords {
  const { asks, asksNothing, titles } = words
  if (offer.kind === 'import') {
    const { tools = [], widgets = [] } = manifest.surfaces
    const runs = tools.length + widgets.length > 0
    return {
      title: titles.import(title),
      explain: words.explain,
      asks,
      asksNothing,
      withNone: runs ? words.runWithNone : words.enableWithNone,
      withGrants: runs ? words.runWith : words.enableWith,
    }
  }
  if (offer.present.check.state === 'rejected') {
    const isSame = offer.present.version === manifest.version
    return {
      title: isSame ? titles.again(title) : titles.update(title),
      explain: isSame ? words.explainAgain : words.explainUpdate(offer.present.version, manifest.version),
      asks,
      asksNothing,
      withNone: isSame ? words.putBack : words.update,
      withGrants: isSame ? words.putBackWith : words.updateWith,
    }
  }
  return {
    title: titles.update(title),
    explain: words.explainUpdate(offer.present.version, manifest.version),
    asks: words.asksNew,
    asksNothing: words.asksNothingNew,
    withNone: words.update,
    withGrants: words.updateWith,
  }
}

interface HeadProps {
  readonly title: string
  readonly isRefused?: boolean
  readonly children: string
}

function Head({ children, isRefused = false, title }: HeadProps): ReactElement {
  const Icon = isRefused ? TriangleAlert : Package
  return (
    <div className="row consent-head">
      <span className={`tile ${isRefused ? 't3' : 't5'}`} aria-hidden="true">
        <Icon size={18} />
      </span>
      <div>
        <Dialog.Title>{title}</Dialog.Title>
        <Dialog.Description className="sec">{children}</Dialog.Description>
      </div>
    </div>
  )
}

function explainRefusal(reason: PackageRefusal): string {
  switch (reason.code) {
    case 'faulty':
      return words.refused.faulty
    case 'taken':
      return words.refused.taken(reason)
    case 'present':
      return words.refused.present(reason)
    case 'older':
      return words.refused.older(reason)
    case 'other-content':
      return words.refused['other-content'](reason)
  }
}

/** @jsxImportSource @plugboard/sdk */
import {
  Badge,
  Button,
  Column,
  definePlugin,
  type FieldEvent,
  Input,
  List,
  Panel,
  type PressEvent,
  Progress,
  Row,
  Text,
} from '@plugboard/sdk'

interface Book {
  readonly title: string
  readonly isRead: boolean
}

interface ReadingState {
  readonly title: string
  readonly books: readonly Book[]
}

definePlugin<ReadingState>({
  id: 'reading',
  title: 'Reading list',
  initialState: {
    title: '',
    books: [
      { title: 'The Left Hand of Darkness', isRead: true },
      { title: 'Invisible Cities', isRead: false },
    ],
  },
  widgets: {
    main: {
      render: ({ state: { books, title } }) => (
        <Column gap="lg">
          <Progress label="Read" value={books.filter(({ isRead }) => isRead).length} max={Math.max(1, books.length)} />
          <List
            label="Books"
            empty="No books yet."
            items={books.map((book) => ({
              key: book.title,
              onPress: 'toggle',
              content: (
                <Row justify="between" align="center">
                  <Text>{book.title}</Text>
                  <Badge tone={book.isRead ? 'positive' : 'neutral'}>{book.isRead ? 'read' : 'to read'}</Badge>
                </Row>
              ),
            }))}
          />
          <Panel title="Another one">
            <Input name="title" label="Title" value={title} maxLength={80} notify="input" onChange="type" />
            <Row>
              <Button variant="primary" disabled={title.trim() === ''} onPress="add">
                Add
              </Button>
            </Row>
          </Panel>
        </Column>
      ),
      handlers: {
        type(ctx, event: FieldEvent) {
          ctx.setState({ title: event.value })
        },
        add(ctx) {
          const { books, title } = ctx.state
          const isThere = books.some((book) => book.title === title.trim())
          ctx.setState({ title: '', books: isThere ? books : [...books, { title: title.trim(), isRead: false }] })
        },
        toggle(ctx, event: PressEvent) {
          const books = ctx.state.books.map((book) =>
            book.title === event.key ? { ...book, isRead: !book.isRead } : book,
          )
          ctx.setState({ books })
        },
      },
    },
  },
})

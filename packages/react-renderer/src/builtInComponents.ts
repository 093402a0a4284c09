import type { UINodeKind } from '@plugboard/contracts'
import type { ComponentType } from 'react'

import { Alert } from './kinds/Alert.tsx'
import { Badge } from './kinds/Badge.tsx'
import { Button } from './kinds/Button.tsx'
import { Checkbox } from './kinds/Checkbox.tsx'
import { Code } from './kinds/Code.tsx'
import { Column } from './kinds/Column.tsx'
import { Custom } from './kinds/Custom.tsx'
import { Dialog } from './kinds/Dialog.tsx'
import { Divider } from './kinds/Divider.tsx'
import { Empty } from './kinds/Empty.tsx'
import { Form } from './kinds/Form.tsx'
import { Grid } from './kinds/Grid.tsx'
import { Heading } from './kinds/Heading.tsx'
import { Icon } from './kinds/Icon.tsx'
import { Image } from './kinds/Image.tsx'
import { Input } from './kinds/Input.tsx'
import { Invalid } from './kinds/InvalidNode.tsx'
import { Link } from './kinds/Link.tsx'
import { List } from './kinds/List.tsx'
import { Panel } from './kinds/Panel.tsx'
import { Progress } from './kinds/Progress.tsx'
import { Radio } from './kinds/Radio.tsx'
import { Row } from './kinds/Row.tsx'
import { Select } from './kinds/Select.tsx'
import { Spinner } from './kinds/Spinner.tsx'
import { Stat } from './kinds/Stat.tsx'
import { Switch } from './kinds/Switch.tsx'
import { Table } from './kinds/Table.tsx'
import { Tabs } from './kinds/Tabs.tsx'
import { Text } from './kinds/Text.tsx'
import { Textarea } from './kinds/Textarea.tsx'
import type { NodeProps } from './nodeProps.ts'

/** The renderer's own component of each kind; for hosts that wrap one instead of replacing it. */
export const BUILT_IN_COMPONENTS: {
  readonly [K in UINodeKind | 'invalid-node']: ComponentType<NodeProps<K>>
} = {
  alert: Alert,
  badge: Badge,
  button: Button,
  checkbox: Checkbox,
  code: Code,
  column: Column,
  custom: Custom,
  dialog: Dialog,
  divider: Divider,
  empty: Empty,
  form: Form,
  grid: Grid,
  heading: Heading,
  icon: Icon,
  image: Image,
  input: Input,
  'invalid-node': Invalid,
  link: Link,
  list: List,
  panel: Panel,
  progress: Progress,
  radio: Radio,
  row: Row,
  select: Select,
  spinner: Spinner,
  stat: Stat,
  switch: Switch,
  table: Table,
  tabs: Tabs,
  text: Text,
  textarea: Textarea,
}

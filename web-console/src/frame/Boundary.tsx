import { Component, type ReactNode } from 'react';

interface Props {
  shown: (error: Error) => ReactNode;
  children: ReactNode;
}

/** Keeps a page that breaks from taking the others with it. */
export class Boundary extends Component<Props, { error?: Error }> {
  state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  render() {
    return this.state.error ? this.props.shown(this.state.error) : this.props.children;
  }
}

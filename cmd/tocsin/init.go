package main

type initCmd struct{}

// Run makes an empty desk, and says where it is if there is one already.
func (c *initCmd) Run(a *app) error {
	dir, _ := a.dir()
	d, err := a.create()
	if err != nil {
		return err
	}
	defer d.Close()
	a.say("the desk is in %s; next: tocsin import report FILE --published DATE", dir)
	return nil
}
